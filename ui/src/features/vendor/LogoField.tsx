import type { Vendor } from "@/api/generated/api";
import { host } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { Button, Failure, Labelled } from "@/design";
import { useT } from "@/i18n";
import "./vendor.css";

interface Properties {
  vendor: Vendor | null;
  /** Saves what is typed, so that there is a profile to put the logo into; false when that failed. */
  saveFirst: () => Promise<boolean>;
  /** Whether there is enough to save. */
  ready: boolean;
  toast?: "undo" | "quiet";
}

/** The logo on the white of the paper it is printed on. */
export function LogoField({ vendor, saveFirst, ready, toast = "undo" }: Properties) {
  const t = useT();
  const set = useCommand("set_vendor_logo", { failures: "inline", toast });
  const remove = useCommand("remove_vendor_logo", { failures: "inline", toast });
  const logo = vendor?.profile.logo;
  const choose = async () => {
    const path = await host().chooseFile({ title: t("vendor-logo"), kind: t("vendor-logo-kind"), extensions: ["png", "jpg", "jpeg"] });
    if (!path) return;
    if (!vendor && !(await saveFirst())) return;
    await set.run({ path });
  };
  return (
    <Labelled label="vendor-logo" hint={vendor || ready ? "vendor-logo-hint" : "vendor-logo-name-first"}>
      {vendor?.png && logo && (
        <span className="vendor-logo">
          <img src={`data:image/png;base64,${vendor.png}`} alt={t("vendor-logo-of", { vendor: vendor.organisation.name })} data-testid="vendor-logo" />
        </span>
      )}
      <div className="row">
        <Button label={logo ? "vendor-logo-replace" : "vendor-logo-choose"} icon="file" size="small" disabled={set.busy || !(vendor || ready)} testid="choose-logo" onClick={() => void choose()} />
        {logo && <Button label="vendor-logo-remove" look="ghost" size="small" disabled={remove.busy} testid="remove-logo" onClick={() => void remove.run({})} />}
      </div>
      <Failure failure={set.failure ?? remove.failure} />
    </Labelled>
  );
}

import { useState } from "react";
import type { UpdateView } from "@/api/generated/api";
import { host } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { Button, SectionHead } from "@/design";
import { T, useT } from "@/i18n";
import { UpdateDialog } from "./UpdateDialog";

const WHY = { possible: "update-choose-hint", no_release_key: "update-no-key", not_installed: "update-not-installed" } as const;

/** Which program this is, and a newer one from a file that was chosen. */
export function ThisProgram() {
  const t = useT();
  const { view } = useQuery("program", {});
  const inspect = useCommand("inspect_update");
  const [update, setUpdate] = useState<UpdateView | null>(null);
  if (!view) return null;
  const choose = async () => {
    const path = await host().chooseFile({ title: t("update-choose"), kind: t("update-file"), extensions: ["hefu-update"] });
    if (path !== null) setUpdate((await inspect.run({ path })) ?? null);
  };
  return (
    <section>
      <SectionHead title={<T id="update-program" />} aside={<T id="update-version" args={{ version: view.version }} />} />
      <p className="quiet settings-hint">
        <T id={WHY[view.updates]} as="block" />
      </p>
      <Button label="update-choose" icon="folder" size="small" disabled={view.updates !== "possible" || inspect.busy} testid="choose-update" onClick={() => void choose()} />
      {update && <UpdateDialog update={update} onClose={() => setUpdate(null)} />}
    </section>
  );
}

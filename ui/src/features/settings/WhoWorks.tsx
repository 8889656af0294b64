import type { OpenWorkspace } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { BilingualField, Button, groups, Name, Recorded, SectionHead } from "@/design";
import { idOf, T, useT } from "@/i18n";
import type { Shown } from "./Settings";
import { Setting } from "./Setting";
import "../vendor/vendor.css";

/** Who works here, for whom, and with which key the organisation signs. */
export function WhoWorks({ open, onShow }: { open: OpenWorkspace; onShow: (shown: Shown) => void }) {
  const t = useT();
  const save = useCommand("save_actor");
  const { view } = useQuery("vendor_profile", {});
  const identity = useQuery("signing_identity", {}).view;
  const vendor = view?.vendor;
  return (
    <section>
      <SectionHead title={<T id="settings-who" />} />
      <BilingualField label="settings-actor" value={open.actor} onCommit={(actor) => void save.run({ actor })} testid="settings-actor" />
      <p className="small quiet settings-hint">
        <T id="settings-actor-hint" as="block" />
      </p>
      <SectionHead
        title={<T id="vendor-title" />}
        aside={view && <Button label={vendor ? "vendor-edit" : "vendor-add"} look="ghost" size="small" icon="pen" testid="edit-vendor" onClick={() => onShow("vendor")} />}
      />
      {view && !vendor && (
        <p className="quiet settings-hint">
          <T id="vendor-none" as="block" />
        </p>
      )}
      {vendor && (
        <div className="settings-vendor" data-testid="settings-vendor">
          {vendor.png && (
            <span className="vendor-logo">
              <img src={`data:image/png;base64,${vendor.png}`} alt={t("vendor-logo-of", { vendor: vendor.organisation.name })} />
            </span>
          )}
          <div>
            <div className="strong"><Name text={vendor.organisation.name} /></div>
            <div className="small quiet"><Recorded>{vendor.organisation.legal_id}</Recorded></div>
            {(vendor.profile.address.en || vendor.profile.address.zh) && <div className="small quiet"><Name text={vendor.profile.address} /></div>}
            <div className="small quiet">
              <Recorded>{[vendor.profile.telephone, vendor.profile.email, vendor.profile.website].filter(Boolean).join(" · ")}</Recorded>
            </div>
          </div>
        </div>
      )}
      {identity && (
        <Setting label="settings-identity">
          <span data-testid="signing-identity" data-standing={identity.standing}>
            <T id={idOf("settings-identity", identity.standing)} as="block" />
          </span>
          {identity.certificate_sha256 && <Recorded className="mono">{groups(identity.certificate_sha256)}</Recorded>}
        </Setting>
      )}
    </section>
  );
}

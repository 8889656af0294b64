import { useState } from "react";
import type { UpdateInstalled, UpdateStanding, UpdateView } from "@/api/generated/api";
import { host } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { Button, DateText, Dialog, Failure, Icon, Name, Recorded } from "@/design";
import { type PlainId, T } from "@/i18n";

const STANDING: Record<UpdateStanding, PlainId> = {
  newer: "update-standing-newer",
  same: "update-standing-same",
  older: "update-standing-older",
  other_system: "update-standing-other-system",
  other_package: "update-standing-other-package",
};

/** What a signed update is; it is installed when the person says so. */
export function UpdateDialog({ update, onClose }: { update: UpdateView; onClose: () => void }) {
  const install = useCommand("install_update", { failures: "inline" });
  const [done, setDone] = useState<UpdateInstalled | null>(null);
  const newer = update.standing === "newer";
  const submit = async () => setDone((await install.run({ path: update.path })) ?? null);
  const foot = done ? (
    <>
      <Button label={done.next === "restart" ? "update-later" : "app-close"} look="ghost" testid="update-later" onClick={onClose} />
      {done.next === "restart" && <Button label="update-restart" look="primary" testid="update-restart" onClick={() => host().restart()} />}
    </>
  ) : (
    <>
      <Button label={newer ? "app-cancel" : "app-close"} look="ghost" disabled={install.busy} testid="cancel-update" onClick={onClose} />
      {newer && <Button label={install.busy ? "update-installing" : "update-install"} look="primary" disabled={install.busy} testid="install-update" onClick={() => void submit()} />}
    </>
  );
  return (
    <Dialog title="update-title" onClose={install.busy ? () => undefined : onClose} width={520} testid="update-dialog" foot={foot}>
      <dl className="facts update-facts">
        <dt><T id="update-offered" /></dt>
        <dd><b><Recorded>{update.version}</Recorded></b></dd>
        <dt><T id="update-released" /></dt>
        <dd><DateText date={update.released} /></dd>
        <dt><T id="update-installed-version" /></dt>
        <dd><Recorded>{update.installed}</Recorded></dd>
        <dt><T id="update-signature" /></dt>
        <dd className="update-signed"><Icon name="check" /> <T id="update-signed" as="block" /></dd>
        <dt><T id="update-notes" /></dt>
        <dd className="update-notes"><Name text={update.notes} /></dd>
      </dl>
      {done ? (
        <p role="status" data-testid="update-done" data-next={done.next}>
          {done.next === "restart" ? <T id="update-done-restart" args={{ version: done.version }} as="block" /> : <T id="update-done-system-installer" as="block" />}
        </p>
      ) : (
        <p className={newer ? "quiet" : "settings-bad"} data-testid="update-standing" data-standing={update.standing}>
          {!newer && <Icon name="warning" />}
          <T id={STANDING[update.standing]} as="block" />
        </p>
      )}
      <Failure failure={install.failure} />
    </Dialog>
  );
}

import { host } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { Button, Failure, notices, Progress, Recorded, SidePanel } from "@/design";
import { T, useT } from "@/i18n";
import { KeyFields, useKeyOfBackup } from "./KeyOfBackup";

/** Restores a backup as a new file beside everything that exists. */
export function RestoreForm({ backup, onClose }: { backup: string; onClose: () => void }) {
  const t = useT();
  const key = useKeyOfBackup("open_workspace");
  const restore = useCommand("restore_backup", { failures: "inline", toast: "quiet" });
  const submit = async () => {
    const path = await host().saveFile({ title: t("workspace-restore"), kind: t("app-kind-workspace"), extensions: ["hefu"], name: backup.split(/[\\/]/).pop() ?? "" });
    if (!path) return;
    const restored = await restore.run({ backup, path, key: key.key });
    if (!restored) return;
    notices.say("workspace-restored", { path: restored.path, entries: restored.entries });
    onClose();
  };
  return (
    <SidePanel testid="restore-panel" head={<h2><T id="workspace-restore" /></h2>}>
      <Recorded className="small quiet">{backup}</Recorded>
      <p className="small"><T id="workspace-restore-hint" as="block" /></p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <KeyFields ways={["open_workspace", "passphrase", "recovery"]} value={key} testid="restore" />
        <Failure failure={restore.failure} />
        <Progress step={restore.progress} onCancel={restore.cancel} />
        <div className="row row-end">
          <Button label="app-cancel" look="ghost" testid="cancel-restore" onClick={onClose} />
          <Button label="workspace-restore" look="primary" type="submit" disabled={!key.ready || restore.busy} testid="run-restore" />
        </div>
      </form>
    </SidePanel>
  );
}

import { host } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { Form, Progress, Recorded, SidePanel } from "@/design";
import { T, useT } from "@/i18n";
import { sayRestored } from "./restored";
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
    sayRestored(restored);
    onClose();
  };
  return (
    <SidePanel testid="restore-panel" head={<h2><T id="workspace-restore" /></h2>}>
      <Recorded className="small quiet">{backup}</Recorded>
      <p className="small"><T id="workspace-restore-hint" as="block" /></p>
      <Form
        name="restore"
        failure={restore.failure}
        save={{ label: "workspace-restore", testid: "run-restore", busy: restore.busy, run: submit }}
        close={{ label: "app-cancel", testid: "cancel-restore", run: onClose }}
      >
        <KeyFields ways={["open_workspace", "passphrase", "recovery"]} value={key} testid="restore" />
        <Progress step={restore.progress} onCancel={restore.cancel} />
      </Form>
    </SidePanel>
  );
}

import { useState } from "react";
import type { OpenWorkspace } from "@/api/generated/api";
import { host } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { Button, Form, Labelled, Progress, Recorded } from "@/design";
import { T, useT } from "@/i18n";
import { KeyFields, useKeyOfBackup } from "../workspace/KeyOfBackup";
import { sayRestored } from "../workspace/restored";

/** On a new computer, or after a loss: a workspace out of a backup, opened with the passphrase or the sheet. */
export function RestoreStart({ onOpen }: { onOpen: (opened: OpenWorkspace) => void }) {
  const t = useT();
  const [backup, setBackup] = useState<string | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const key = useKeyOfBackup("passphrase");
  const restore = useCommand("restore_backup", { failures: "inline", toast: "quiet", freshness: "caller" });
  const open = useCommand("open_workspace", { failures: "inline", toast: "quiet", freshness: "caller" });
  const workspace = { kind: t("app-kind-workspace"), extensions: ["hefu"] };

  const chooseBackup = async () => {
    const chosen = await host().chooseFile({ title: t("recovery-restore-file"), ...workspace });
    if (chosen) setBackup(chosen);
  };
  const choosePath = async () => {
    const chosen = await host().saveFile({ title: t("recovery-restore-where"), ...workspace, name: `${t("unlock-default-name")}.hefu` });
    if (chosen) setPath(chosen);
  };
  const submit = async () => {
    if (!backup || !path) return;
    const restored = await restore.run({ backup, path, key: key.key });
    if (!restored) return;
    const by = key.by === "recovery" ? ({ by: "recovery", recovery_key: key.typed } as const) : ({ by: "passphrase", passphrase: key.typed, keychain: "forget" } as const);
    const opened = await open.run({ path: restored.path, key: by });
    if (!opened) return;
    onOpen(opened);
    if (restored.journal.is !== "whole") sayRestored(restored);
  };
  return (
    <Form
      name="restore-start"
      testid="restore-start"
      failure={restore.failure ?? open.failure}
      missing={[...(backup ? [] : ["recovery-restore-file" as const]), ...(path ? [] : ["recovery-restore-where" as const])]}
      save={{ label: "recovery-restore-run", testid: "restore-start-run", busy: restore.busy || open.busy, run: submit }}
    >
      <h1><T id="recovery-restore" /></h1>
      <p className="quiet"><T id="workspace-restore-hint" as="block" /></p>
      <Chosen label="recovery-restore-file" path={backup} testid="restore-start-backup" onChoose={() => void chooseBackup()} />
      <KeyFields ways={["passphrase", "recovery"]} value={key} testid="restore-start" />
      <Chosen label="recovery-restore-where" path={path} testid="restore-start-path" onChoose={() => void choosePath()} />
      <Progress step={restore.progress} onCancel={restore.cancel} />
    </Form>
  );
}

/** A path that is chosen in a native dialog. */
export function Chosen({ label, path, testid, onChoose }: { label: "recovery-restore-file" | "recovery-restore-where" | "recovery-import-folder"; path: string | null; testid: string; onChoose: () => void }) {
  return (
    <Labelled label={label}>
      <div className="row">
        <Button label={label === "recovery-import-folder" ? "recovery-folder-choose" : "app-choose-file"} icon="folder" testid={testid} onClick={onChoose} />
        {path && <Recorded className="small quiet">{path}</Recorded>}
      </div>
    </Labelled>
  );
}

import { useState } from "react";
import type { AllExported, OpenWorkspace } from "@/api/generated/api";
import { host } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { Button, Failure, Icon, Progress, SidePanel } from "@/design";
import { T, useT } from "@/i18n";

interface Properties {
  open: OpenWorkspace;
  onClose: () => void;
}

/** Moving to another computer: what to take, the one file, and what to do there. */
export function MoveForm({ open, onClose }: Properties) {
  const t = useT();
  const [made, setMade] = useState<string | null>(null);
  const backUp = useCommand("back_up", { failures: "inline", toast: "quiet" });
  const make = async () => {
    const path = await host().saveFile({ title: t("recovery-move-make"), kind: t("app-kind-workspace"), extensions: ["hefu"], name: `${plain(open.name)} ${open.today}.hefu` });
    const done = path && (await backUp.run({ path }));
    if (done) setMade(done.backup.path);
  };
  return (
    <SidePanel testid="move-panel" head={<h2><T id="recovery-move" /></h2>}>
      <h3><T id="recovery-move-take" /></h3>
      <ul className="workspace-steps">
        <li><T id="recovery-move-file" as="block" /></li>
        <li><T id="recovery-move-sheet" as="block" /></li>
        <li><T id="recovery-move-keychain" as="block" /></li>
      </ul>
      <Failure failure={backUp.failure} />
      {made === null ? (
        <Button label="recovery-move-make" look="primary" icon="save" disabled={backUp.busy} testid="make-moving-backup" onClick={() => void make()} />
      ) : (
        <p className="workspace-good" role="status" data-testid="moving-backup">
          <Icon name="check" />
          <T id="recovery-move-made" args={{ path: made }} as="block" />
        </p>
      )}
      <h3><T id="recovery-move-steps" /></h3>
      <ol className="workspace-steps">
        <li><T id="recovery-move-step-install" as="block" /></li>
        <li><T id="recovery-move-step-restore" as="block" /></li>
        <li><T id="recovery-move-step-check" args={{ entries: open.entries }} as="block" /></li>
      </ol>
      <div className="row row-end">
        <Button label="app-close" look="ghost" testid="close-move" onClick={onClose} />
      </div>
    </SidePanel>
  );
}

/** Everything as plain files in a folder of their own. */
export function ExportForm({ open, onClose }: Properties) {
  const t = useT();
  const [exported, setExported] = useState<AllExported | null>(null);
  const command = useCommand("export_all", { failures: "inline", toast: "quiet" });
  const run = async () => {
    const chosen = await host().chooseFolder({ title: t("recovery-export"), kind: t("recovery-export"), extensions: [] });
    if (!chosen) return;
    const done = await command.run({ folder: `${chosen}/${plain(open.name)} ${open.today}` });
    if (done) setExported(done);
  };
  return (
    <SidePanel testid="export-panel" head={<h2><T id="recovery-export" /></h2>}>
      <p className="small"><T id="recovery-export-hint" as="block" /></p>
      <p className="small workspace-bad"><Icon name="warning" /><T id="recovery-export-open" as="block" /></p>
      <Failure failure={command.failure} />
      <Progress step={command.progress} onCancel={command.cancel} />
      {exported && (
        <p className="workspace-good" role="status" data-testid="exported-all">
          <Icon name="check" />
          <T id="recovery-exported" args={{ rows: exported.rows, files: exported.files, documents: exported.documents, folder: exported.folder }} as="block" />
        </p>
      )}
      <div className="row row-end">
        <Button label="app-close" look="ghost" testid="close-export" onClick={onClose} />
        <Button label="recovery-export-run" look="primary" icon="folder" disabled={command.busy} testid="run-export-all" onClick={() => void run()} />
      </div>
    </SidePanel>
  );
}

/** A name that every system takes for a file. */
const plain = (name: string) => name.replace(/[\\/:*?"<>|]+/g, " ").replace(/\s+/g, " ").trim();

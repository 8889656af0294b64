import { useState } from "react";
import type { WorkspaceState } from "@/api/generated/api";
import { host } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { SETTINGS } from "@/window/places";
import { navigate, type PageProperties } from "@/window/routes";
import { useLock, useWorkspace } from "@/window/session";
import { Button, DateText, Name, notices, Page, Recorded, SectionHead, size, Skeleton } from "@/design";
import { T, useT } from "@/i18n";
import { VerifyPanel } from "../journal/VerifyPanel";
import { Backups } from "./Backups";
import { Drafts } from "./Drafts";
import { RehearseForm } from "./RehearseForm";
import { RestoreForm } from "./RestoreForm";
import { ExportForm, MoveForm } from "./TakeAlong";
import "./workspace.css";

/** What the panel is about. */
type Shown = { is: "nothing" | "verify" | "move" | "export" } | { is: "restore" | "rehearse"; backup: string };

/** The file itself: what it is, its backups, taking it along. */
export default function Workspace(_: PageProperties) {
  const { state } = useWorkspace();
  const [shown, setShown] = useState<Shown>({ is: "nothing" });
  const close = () => setShown({ is: "nothing" });
  const lock = useLock();
  const t = useT();
  const backUp = useCommand("back_up");

  const backUpTo = async (where: "beside" | "chosen") => {
    const path =
      where === "beside"
        ? null
        : await host().saveFile({ title: t("workspace-back-up-to"), kind: t("app-kind-workspace"), extensions: ["hefu"], name: `${state?.open?.name ?? ""}.hefu` });
    if (where === "chosen" && !path) return;
    const made = await backUp.run({ path });
    if (made) notices.say("workspace-backup-made", { path: made.backup.path });
  };

  return (
    <Page
      testid="page-workspace"
      title={<T id="workspace-title" />}
      actions={
        <Button label="workspace-back-up" look="primary" icon="save" disabled={backUp.busy} testid="back-up" onClick={() => void backUpTo("beside")} />
      }
      panel={state && shown.is !== "nothing" && <Panel shown={shown} state={state} onClose={close} />}
    >
      {!state?.open && <Skeleton lines={6} />}
      {state?.open && (
        <div className="workspace-columns">
          <div>
            <SectionHead title={<T id="workspace-file" />} />
            <dl className="facts" data-testid="workspace-facts">
              <dt><T id="workspace-name" /></dt>
              <dd><Recorded className="strong">{state.open.name}</Recorded></dd>
              <dt><T id="workspace-path" /></dt>
              <dd><Recorded>{state.open.path}</Recorded></dd>
              <dt><T id="workspace-size" /></dt>
              <dd><Recorded>{size(state.open.size_bytes)}</Recorded></dd>
              <dt><T id="workspace-entries" /></dt>
              <dd><Recorded>{state.open.entries}</Recorded></dd>
              <dt><T id="workspace-actor" /></dt>
              <dd><Name text={state.open.actor} /></dd>
              <dt><T id="workspace-today" /></dt>
              <dd><DateText date={state.open.today} /></dd>
            </dl>
            {state.open.purpose === "sample" && (
              <p className="remark workspace-sample">
                <T id="workspace-purpose-sample" as="block" />
              </p>
            )}
            <Backups
              onRestore={(backup) => setShown({ is: "restore", backup })}
              onRehearse={(backup) => setShown({ is: "rehearse", backup })}
              aside={<Button label="workspace-back-up-to" look="ghost" size="small" disabled={backUp.busy} testid="back-up-to" onClick={() => void backUpTo("chosen")} />}
            />
          </div>
          <div>
            <Drafts />
            <SectionHead title={<T id="recovery-away" />} />
            <div className="workspace-acts">
              <Button label="recovery-move" icon="open" look="ghost" testid="move-workspace" onClick={() => setShown({ is: "move" })} />
              <Button label="recovery-export" icon="folder" look="ghost" testid="export-all" onClick={() => setShown({ is: "export" })} />
            </div>
            <SectionHead title={<T id="workspace-journal" />} />
            <div className="workspace-acts">
              <Button label="journal-page-verify" icon="shield" look="ghost" testid="verify-workspace-journal" onClick={() => setShown({ is: "verify" })} />
            </div>
            <SectionHead title={<T id="settings-place" />} />
            <div className="workspace-acts">
              <Button label="workspace-to-settings" icon="settings" look="ghost" testid="to-settings" onClick={() => navigate(SETTINGS)} />
            </div>
            <SectionHead title={<T id="workspace-lock" />} />
            <div className="workspace-acts">
              <Button label="workspace-lock" icon="lock" look="ghost" testid="lock" onClick={lock} />
              <span className="small quiet workspace-hint">
                <T id="workspace-lock-hint" as="block" />
              </span>
            </div>
          </div>
        </div>
      )}
    </Page>
  );
}

function Panel({ shown, state, onClose }: { shown: Shown; state: WorkspaceState; onClose: () => void }) {
  switch (shown.is) {
    case "verify":
      return <VerifyPanel onClose={onClose} />;
    case "restore":
      return <RestoreForm key={shown.backup} backup={shown.backup} onClose={onClose} />;
    case "rehearse":
      return <RehearseForm key={shown.backup} backup={shown.backup} onClose={onClose} />;
    case "move":
      return state.open && <MoveForm open={state.open} onClose={onClose} />;
    case "export":
      return state.open && <ExportForm open={state.open} onClose={onClose} />;
    case "nothing":
      return null;
  }
}

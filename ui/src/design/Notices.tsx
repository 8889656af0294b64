import { useEffect } from "react";
import { hearActs, hearFailures } from "@/api/call";
import { useCommand } from "@/api/useCommand";
import { Coded, T } from "@/i18n";
import { Button } from "./Button";
import { Consent } from "./Consent";
import { FailureWords } from "./Failure";
import { Icon } from "./icons";
import { sentence } from "./journal";
import { type Notice, notices, useNotices } from "./notices";

/** How long an act can be undone from its notice; from the journal it can be undone later, too. */
const STAYS_MS = 8000;

/** The notices at the foot of the window. */
export function Notices() {
  const shown = useNotices();
  useHearing();
  return (
    <div className="notices" role="status" aria-live="polite">
      {shown.map((notice) => (
        <One key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

/** Takes up every act that is to be offered back, whoever did it, and every failure that nobody shows. */
function useHearing(): void {
  useEffect(() => {
    const deaf = [hearActs((wrote, toast) => toast === "undo" && notices.wrote(wrote)), hearFailures(notices.failed)];
    return () => {
      for (const stop of deaf) stop();
    };
  }, []);
}

function One({ notice }: { notice: Notice }) {
  const undo = useCommand("undo");
  const redo = useCommand("redo");
  useEffect(() => {
    if (notice.kind === "failed" || notice.kind === "warned") return;
    const timer = setTimeout(() => notices.dismiss(notice.id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  if (notice.kind === "failed" && notice.failure.code === "needs_consent") {
    return <Consent asked={notice.failure} onDone={() => notices.dismiss(notice.id)} />;
  }
  if (notice.kind === "failed" || notice.kind === "warned") {
    const code = notice.kind === "failed" ? notice.failure.code : notice.message;
    return (
      <div className="notice notice-failed" data-testid={notice.kind === "failed" ? "notice-failure" : "notice-warning"} data-code={code} role="alert">
        <Icon name="warning" />
        {notice.kind === "failed" ? <FailureWords failure={notice.failure} /> : <Coded id={notice.message} args={notice.args} as="block" />}
        <Button label="app-close" look="ghost" size="small" testid="dismiss-notice" onClick={() => notices.dismiss(notice.id)} />
      </div>
    );
  }
  if (notice.kind === "said") {
    return (
      <div className="notice" data-testid="notice-said">
        <Coded id={notice.message} args={notice.args} as="block" />
      </div>
    );
  }
  const said = sentence(notice.wrote.act, notice.wrote.args);
  return (
    <div className="notice" data-testid="undo-toast" data-act={notice.wrote.act}>
      <span>
        <Coded id={said.id} args={said.args} as="block" />
        {notice.wrote.of && (
          <small data-testid="undo-toast-project">
            <T id="app-in-project" args={{ project: notice.wrote.of }} as="block" />
          </small>
        )}
      </span>
      {notice.wrote.act === "undone" && (
        <Button
          label="app-redo"
          size="small"
          testid="redo-act"
          onClick={() => {
            notices.dismiss(notice.id);
            void redo.run({ project: notice.wrote.project });
          }}
        />
      )}
      {notice.wrote.undo === "yes" && (
        <Button
          label="app-undo"
          size="small"
          testid="undo-act"
          onClick={() => {
            notices.dismiss(notice.id);
            void undo.run({ seq: notice.wrote.seq });
          }}
        />
      )}
    </div>
  );
}

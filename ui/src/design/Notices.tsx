import { useEffect } from "react";
import { useCommand } from "@/api/useCommand";
import { Coded } from "@/i18n";
import { Button } from "./Button";
import { FailureWords } from "./Failure";
import { Icon } from "./icons";
import { sentence } from "./journal";
import { type Notice, notices, useNotices } from "./notices";

/** How long an act can be undone from its notice; from the journal it can be undone later, too. */
const STAYS_MS = 8000;

/** The notices at the foot of the window. */
export function Notices() {
  const shown = useNotices();
  return (
    <div className="notices" role="status" aria-live="polite">
      {shown.map((notice) => (
        <One key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function One({ notice }: { notice: Notice }) {
  const undo = useCommand("undo");
  const redo = useCommand("redo");
  useEffect(() => {
    if (notice.kind === "failed") return;
    const timer = setTimeout(() => notices.dismiss(notice.id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  if (notice.kind === "failed") {
    return (
      <div className="notice notice-failed" data-testid="notice-failure" data-code={notice.failure.code} role="alert">
        <Icon name="warning" />
        <FailureWords failure={notice.failure} />
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
      <Coded id={said.id} args={said.args} as="block" />
      {notice.wrote.act === "undone" && (
        <Button
          label="app-redo"
          size="small"
          testid="redo-act"
          onClick={() => {
            notices.dismiss(notice.id);
            void redo.run({});
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

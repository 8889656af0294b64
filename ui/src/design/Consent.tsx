import type { Failure } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Coded, T } from "@/i18n";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { momentArg } from "./figures";
import { sentence } from "./journal";

type Asked = Extract<Failure, { code: "needs_consent" }>;

/** Names the act that undo or redo would reach, its day and its project, and asks before it goes on. */
export function Consent({ asked, onDone }: { asked: Asked; onDone: () => void }) {
  const undo = useCommand("undo");
  const redo = useCommand("redo");
  const { way, why, entry, project, at } = asked;
  const said = sentence(asked.act, asked.args);
  const agree = () => {
    onDone();
    void (way === "undo" ? undo : redo).run({ seq: entry, agreed: entry });
  };
  return (
    <Dialog
      title={way === "undo" ? "app-consent-undo" : "app-consent-redo"}
      width={520}
      onClose={onDone}
      testid="consent-dialog"
      foot={
        <>
          <Button label="app-cancel" look="ghost" testid="consent-cancel" onClick={onDone} />
          <Button label={way === "undo" ? "app-consent-undo-now" : "app-consent-redo-now"} look="primary" testid="consent-agree" onClick={agree} />
        </>
      }
    >
      <p data-testid="consent-act" data-why={why}>
        <b>
          <Coded id={said.id} args={said.args} as="block" />
        </b>
      </p>
      <p className="quiet">
        <T id={why === "no_project" ? "app-consent-no-project" : "app-consent-earlier"} args={{ at: momentArg(at) }} as="block" />
      </p>
      {project && (
        <p className="quiet" data-testid="consent-project">
          <T id="app-in-project" args={{ project }} as="block" />
        </p>
      )}
    </Dialog>
  );
}

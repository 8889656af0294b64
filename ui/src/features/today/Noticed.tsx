import { useState } from "react";
import type { NoticeLine, Notices } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Field, FormDialog, Name, SectionHead, Short } from "@/design";
import { Coded, T } from "@/i18n";
import { Small } from "./Lines";

/** Lines that are shown before all are asked for. */
const FIRST = 5;

/** What the program notices by itself: made a risk or an action in its place, or dismissed with a reason. */
export function Noticed({ notices: { notices, count }, all, onAll }: { notices: Notices; all: "yes" | "no"; onAll: () => void }) {
  const [dismissing, setDismissing] = useState<NoticeLine | null>(null);
  const accept = useCommand("accept_notice");
  const shown = all === "yes" ? notices : notices.slice(0, FIRST);
  return (
    <section className="today-section" data-testid="today-noticed">
      <SectionHead title={<><T id="today-noticed" /> <span className="faint" data-record>{count}</span></>} aside={<Short id="today-noticed-aside" />} />
      {count === 0 && (
        <p className="quiet today-none">
          <T id="today-noticed-none" />
        </p>
      )}
      <ul>
        {shown.map((notice) => (
          <li key={notice.fingerprint} className="today-notice" data-testid="today-notice" data-rule={notice.rule}>
            <i className="today-sign" data-urgency="noticed" aria-hidden data-record>?</i>
            <span className="today-what">
              <b><Name text={asText(notice.title)} /></b>
              <small><Name text={asText(notice.reason)} show="one" /></small>
              <small className="faint"><Coded id={`notice-rule-${notice.rule.replaceAll("_", "-")}`} /></small>
            </span>
            <span className="today-project">{notice.project_title && <Name text={notice.project_title} show="one" />}</span>
            <span className="today-answers">
              <Small
                label={notice.proposes === "risk" ? "notice-accept-risk" : "notice-accept-action"}
                testid="notice-accept"
                onClick={() => void accept.run({ fingerprint: notice.fingerprint })}
              />
              <Small label="notice-dismiss" testid="notice-dismiss" onClick={() => setDismissing(notice)} />
            </span>
          </li>
        ))}
      </ul>
      {(count > shown.length || all === "yes") && count > FIRST && (
        <div className="today-foot">
          <button type="button" className="today-link" data-testid="noticed-all" onClick={onAll}>
            {all === "yes" ? <T id="today-fewer" /> : <T id="today-all" args={{ count }} />}
          </button>
        </div>
      )}
      {dismissing && <DismissDialog notice={dismissing} onClose={() => setDismissing(null)} />}
    </section>
  );
}

/** Words of the engine, which both languages have. */
const asText = ({ en, zh }: { en: string; zh: string }) => ({ en: { words: en, state: "reviewed" as const }, zh: { words: zh, state: "reviewed" as const } });

function DismissDialog({ notice, onClose }: { notice: NoticeLine; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const command = useCommand("dismiss_notice", { failures: "inline" });
  const submit = async () => {
    if (await command.run({ fingerprint: notice.fingerprint, reason: reason.trim() })) onClose();
  };
  return (
    <FormDialog
      name="notice-dismiss"
      title="notice-dismiss-title"
      intro="notice-dismiss-hint"
      onClose={onClose}
      save={{ label: "notice-dismiss", look: "primary", testid: "notice-dismiss-save", busy: command.busy, run: submit }}
      closeTestid="notice-dismiss-cancel"
      failure={command.failure}
      width={480}
      testid="notice-dismiss-dialog"
    >
      <Field label="notice-reason" required value={reason} onChange={setReason} rows={3} autoFocus testid="notice-dismiss-reason" />
    </FormDialog>
  );
}

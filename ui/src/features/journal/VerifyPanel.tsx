import { useState } from "react";
import type { ChainReport, ErasedText, TimeWentBack } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { Failure, Field, Form, Icon, SidePanel, Skeleton } from "@/design";
import { moment } from "@/design/figures";
import { type Pair, sayIn, T } from "@/i18n";
import "./journal.css";

/** Recomputes every chain, and looks for a head that a backup or a signed document anchors. */
export function VerifyPanel({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [head, setHead] = useState<string | null>(null);
  const { view, failure, waiting } = useQuery("verify_journal", { head });
  return (
    <SidePanel testid="verify-panel" head={<h2><T id="journal-page-verify" /></h2>}>
      {waiting && <Skeleton lines={2} />}
      <Failure failure={failure} />
      {view && <Verdict report={view} />}
      <Form
        name="journal-head"
        save={{ label: "journal-page-verify", look: "plain", testid: "run-verify", busy: false, run: () => setHead(typed.trim() || null) }}
        close={{ testid: "close-verify", run: onClose }}
      >
        <Field label="journal-page-verify-head" hint="journal-page-verify-head-hint" rows={3} value={typed} onChange={setTyped} testid="verify-head" />
      </Form>
    </SidePanel>
  );
}

function Verdict({ report }: { report: ChainReport }) {
  const { verdict } = report;
  const whole = verdict.is === "whole";
  return (
    <div className={whole ? "chain-verdict chain-whole" : "chain-verdict chain-broken"} role="status" data-testid="chain-verdict" data-verdict={verdict.is}>
      <Icon name={whole ? "check" : "cross"} />
      {verdict.is === "whole" && <T id="journal-page-whole" args={{ entries: report.entries, trails: report.trails }} as="block" />}
      {verdict.is === "whole" && report.erased > 0 && <T id="journal-page-erased" args={{ erased: report.erased }} as="block" />}
      {report.went_back[0] && <WentBack first={report.went_back[0]} times={report.went_back.length} />}
      {verdict.is === "broken" && <T id="journal-page-broken" args={{ fault: verdict.fault, trail: verdict.trail, seq: verdict.seq }} as="block" />}
      {verdict.is === "record" && <T id="journal-page-record" args={{ fault: verdict.fault, noun: noun(verdict.noun), label: verdict.label.en === "" ? verdict.id : verdict.label }} as="block" />}
      {verdict.is === "head_missing" && <T id="journal-page-head-missing" as="block" />}
      {report.left.length > 0 && <LeftTexts left={report.left} />}
    </div>
  );
}

const noun = (table: string): Pair => {
  const id = `noun-${table.replaceAll("_", "-")}`;
  return { en: sayIn("en", id, {}) ?? table, zh: sayIn("zh", id, {}) ?? table };
};

/** What an erasure left is no longer sealed as it was written: whoever reads it should see all of it. */
function LeftTexts({ left }: { left: ErasedText[] }) {
  return (
    <details data-testid="left-texts">
      <summary>
        <T id="journal-page-left-texts" />
      </summary>
      <ul>
        {left.map((each) => (
          <li key={`${each.seq} ${each.place}`}>
            <T id="journal-page-left-text" args={{ seq: each.seq }} />: {each.text === "" ? <T id="journal-page-left-nothing" /> : <span data-record>{each.text}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The order of a chain is sure; its dates are the computer's. */
function WentBack({ first, times }: { first: TimeWentBack; times: number }) {
  return (
    <div data-testid="went-back">
      <T id="journal-page-went-back" args={{ times, seq: first.seq, at: { en: moment(first.at, "en"), zh: moment(first.at, "zh") }, before: { en: moment(first.before, "en"), zh: moment(first.before, "zh") } }} as="block" />
    </div>
  );
}

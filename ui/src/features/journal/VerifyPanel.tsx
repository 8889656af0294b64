import { useState } from "react";
import type { ChainReport } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { Button, Failure, Field, Icon, SidePanel, Skeleton } from "@/design";
import { T } from "@/i18n";
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
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          setHead(typed.trim() || null);
        }}
      >
        <Field label="journal-page-verify-head" hint="journal-page-verify-head-hint" rows={3} value={typed} onChange={setTyped} testid="verify-head" />
        <div className="row row-end">
          <Button label="app-close" look="ghost" testid="close-verify" onClick={onClose} />
          <Button label="journal-page-verify" type="submit" testid="run-verify" />
        </div>
      </form>
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
      {verdict.is === "broken" && <T id="journal-page-broken" args={{ fault: verdict.fault, trail: verdict.trail, seq: verdict.seq }} as="block" />}
      {verdict.is === "head_missing" && <T id="journal-page-head-missing" as="block" />}
    </div>
  );
}

import type { Conclusion, RoundView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, Failure, SidePanel } from "@/design";
import { Coded, T } from "@/i18n";
import { CONCLUSIONS, reasons } from "./conclusions";

/** The conclusions that marks and open issues allow; of the others, why not. */
export function ConcludePanel({ view, onClose }: { view: RoundView; onClose: () => void }) {
  const conclude = useCommand("conclude_round", { failures: "inline" });
  const write = (conclusion: Conclusion | null) => void conclude.run({ round: view.round.id, conclusion });
  return (
    <SidePanel
      testid="acceptance-conclude-panel"
      head={
        <h2>
          <T id="acceptance-conclusion" />
        </h2>
      }
    >
      <p className="quiet small">
        <T id="acceptance-conclude-intro" as="block" />
      </p>
      <div className="conclusions" role="radiogroup">
        {CONCLUSIONS.map((conclusion) => {
          const allowed = view.admissible.includes(conclusion);
          return (
            <button
              key={conclusion}
              type="button"
              role="radio"
              className="conclusion"
              aria-checked={view.round.conclusion === conclusion}
              disabled={!allowed || conclude.busy}
              data-testid={`acceptance-conclude-${conclusion}`}
              onClick={() => write(conclusion)}
            >
              <b>
                <T id={`acceptance-conclusion-${conclusion}`} />
              </b>
              {!allowed &&
                reasons(view, conclusion).map((reason) => (
                  <small key={reason.id}>
                    <Coded id={reason.id} args={{ count: reason.count }} as="block" />
                  </small>
                ))}
            </button>
          );
        })}
      </div>
      <Failure failure={conclude.failure} />
      <div className="row row-end">
        {view.round.conclusion && <Button label="acceptance-conclude-take-back" look="ghost" disabled={conclude.busy} testid="acceptance-conclude-take-back" onClick={() => write(null)} />}
        <Button label="app-close" testid="acceptance-conclude-close" onClick={onClose} />
      </div>
    </SidePanel>
  );
}

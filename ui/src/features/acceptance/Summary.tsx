import type { RoundView } from "@/api/generated/api";
import { dayArg, Money, Name, percent, Short, Tally } from "@/design";
import { type Pair, T } from "@/i18n";

/** A day of the same year as `beside`, which is said in full next to it. */
function shortDay(iso: string, beside: string): Pair {
  const { en, zh } = dayArg(iso);
  return iso.slice(0, 4) === beside.slice(0, 4) ? { en: en.replace(/ \d{4}$/, ""), zh: zh.replace(/^\d{4}年/, "") } : { en, zh };
}

/** Where the round stands: its marks, the money that waits for its report, and the clock of silence. */
export function Summary({ view }: { view: RoundView }) {
  const { tally, waiting, clock } = view;
  const count = tally.passed + tally.passed_with_remark + tally.failed + tally.not_tested;
  return (
    <section className="summary acceptance-summary" data-testid="acceptance-summary">
      <div>
        <div className="summary-label">
          <T id="acceptance-criteria-count" args={{ count }} />
        </div>
        <Tally tally={tally} />
      </div>
      <div>
        <div className="summary-label">
          <T id="acceptance-waiting" />
        </div>
        {waiting ? (
          <>
            <div className="summary-big" data-testid="acceptance-waiting">
              <Money amount={waiting.amount} currency={waiting.currency} />
            </div>
            <div className="summary-note">
              {waiting.invoice_within_days == null ? (
                <Short id="acceptance-waiting-share" args={{ share: percent(waiting.share) }} />
              ) : (
                <Short id="acceptance-waiting-note" args={{ share: percent(waiting.share), days: waiting.invoice_within_days }} />
              )}
              <span className="hidden-text">
                <Name text={waiting.milestone} />
              </span>
            </div>
          </>
        ) : (
          <>
            <div className="summary-big">
              <Short id="acceptance-nothing-waiting" />
            </div>
            <div className="summary-note">
              <Short id="acceptance-nothing-waiting-note" />
            </div>
          </>
        )}
      </div>
      <div>
        <div className="summary-label">
          <T id={clock?.silence_means === "rejected" ? "acceptance-deemed-rejected" : "acceptance-deemed"} />
        </div>
        {clock ? (
          <>
            <div className="summary-big" data-testid="acceptance-clock">
              {clock.left > 0 ? (
                <Short id="acceptance-days-left" args={{ days: clock.left }} />
              ) : clock.left === 0 ? (
                <Short id="acceptance-days-today" />
              ) : (
                <Short id="acceptance-days-past" args={{ days: -clock.left }} />
              )}
            </div>
            <div className="summary-note">
              <Short
                id={clock.certainty === "provisional" ? "acceptance-clock-provisional" : "acceptance-clock-note"}
                args={{ due: dayArg(clock.due), started: shortDay(clock.started, clock.due) }}
              />
            </div>
          </>
        ) : (
          <>
            <div className="summary-big quiet">
              <Short id="acceptance-clock-none" />
            </div>
            <div className="summary-note">
              <Short id="acceptance-clock-none-note" />
            </div>
          </>
        )}
      </div>
    </section>
  );
}

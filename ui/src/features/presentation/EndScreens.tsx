import type { PresentedRound } from "@/api/generated/api";
import { DateText } from "@/design/Figures";
import { Logo } from "@/design/icons";
import { T } from "@/i18n";
import { MARKS, MarkShape } from "./Marks";
import { SaidSides, Sides, Words } from "./Sides";

/** Whose, and which project's and round's. */
function Head({ round }: { round: PresentedRound }) {
  return (
    <header className="present-head">
      <Logo />
      <span className="present-place">
        <span data-record>
          {round.project_number} · {round.number}
        </span>
      </span>
    </header>
  );
}

/** Before the first item: what is accepted, by whom, and when. */
export function StartScreen({ round }: { round: PresentedRound }) {
  return (
    <article className="present-screen present-start" data-testid="present-start">
      <Head round={round} />
      <div className="present-body">
        <Sides className="present-round">{() => <T id={`acceptance-title-${round.kind}`} args={{ ordinal: round.ordinal }} />}</Sides>
        <Sides className="present-title">
          {(language) => (
            <h1>
              <Words of={round.project_title} language={language} />
            </h1>
          )}
        </Sides>
        <Sides className="present-facts">
          {(language) => (
            <>
              {round.parties.map((party) => (
                <p key={party.role}>
                  <span className="present-label">
                    <T id={`present-role-${party.role}`} />
                  </span>
                  <span className="present-value">
                    <Words of={party.name} language={language} />
                  </span>
                </p>
              ))}
              {round.date && (
                <p>
                  <span className="present-label">
                    <T id="present-date" />
                  </span>
                  <span className="present-value">
                    <DateText date={round.date} />
                  </span>
                </p>
              )}
            </>
          )}
        </Sides>
      </div>
      <footer className="present-foot present-quiet">
        <SaidSides id={round.total === 0 ? "present-nothing" : "present-count"} args={{ count: round.total }} />
      </footer>
    </article>
  );
}

const SAYS = {
  passed: "mark-passed",
  passed_with_remark: "mark-passed-with-remark",
  failed: "mark-failed",
  not_tested: "mark-not-tested",
} as const;

/** After the last item: how the marks fell, and what was concluded of them. */
export function EndScreen({ round }: { round: PresentedRound }) {
  return (
    <article className="present-screen present-end" data-testid="present-end">
      <Head round={round} />
      <div className="present-body">
        <Sides className="present-title">
          {() => (
            <h1>
              <T id="present-result" />
            </h1>
          )}
        </Sides>
        <div className="present-tally" data-testid="present-tally">
          {MARKS.map((mark) => (
            <div key={mark} className="present-count" data-mark={mark} data-count={round.tally[mark]}>
              <MarkShape mark={mark} />
              <b data-record>{round.tally[mark]}</b>
              <T id={SAYS[mark]} as="block" />
            </div>
          ))}
        </div>
        {round.conclusion && (
          <div className="present-conclusion" data-testid="present-conclusion" data-conclusion={round.conclusion}>
            <SaidSides id="present-conclusion" className="present-label" />
            <SaidSides id={`acceptance-conclusion-${round.conclusion}`} className="present-concluded" />
          </div>
        )}
      </div>
    </article>
  );
}

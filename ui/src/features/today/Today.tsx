import { useMemo, useState } from "react";
import type { Today as View, TodayItem, TodayWhat, Urgency } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { useKeys } from "@/app/keys";
import { navigate, to, type PageProperties } from "@/app/routes";
import { Button, DateText, EmptyState, Failure, Money, Name, Page, SectionHead, Short, Skeleton, weekday } from "@/design";
import { type Arg, Coded, mainLanguage, T, useDisplay, useT } from "@/i18n";
import "./today.css";

const SIGNS: Record<Urgency, string> = { blocked: "!", late: "!", soon: "◔", language: "译" };

/** Where the thing to do is done. */
function placeOf({ project, what }: TodayItem): string {
  const at = (section: string) => to(`/projects/:project/${section}`, { project });
  switch (what.kind) {
    case "signature_awaited":
    case "texts_to_review":
      return at("documents");
    case "deliverable_due":
      return at("scope");
    default:
      return at("acceptance");
  }
}

function argsOf(what: TodayWhat): Record<string, Arg> {
  const { kind: _, ...args } = what;
  return args;
}

/** Everything that needs the person, over all projects; computed, never typed. */
export default function Today(_: PageProperties) {
  const { view, failure } = useQuery("today", {});
  const display = useDisplay();
  const language = mainLanguage(display);
  return (
    <Page
      testid="page-today"
      title={
        <>
          <T id="today-title" />
          {view && (
            <span className="today-when">
              <DateText date={view.today} /> <span data-record>{weekday(view.today, language)}</span> · <Short id="today-projects" args={{ count: view.projects }} />
            </span>
          )}
        </>
      }
    >
      <Failure failure={failure} />
      {view ? <Board view={view} /> : !failure && <Skeleton lines={8} />}
    </Page>
  );
}

function Board({ view }: { view: View }) {
  if (view.projects === 0) {
    return (
      <EmptyState
        title="today-no-project"
        hint="today-no-project-hint"
        testid="today-empty"
        action={<Button label="project-new" look="primary" testid="new-project" onClick={() => navigate("/projects?new")} />}
      />
    );
  }
  return (
    <div className="today-columns">
      <Items items={view.items} />
      <div>
        <Waiting view={view} />
        <Clocks view={view} />
      </div>
    </div>
  );
}

function Items({ items }: { items: TodayItem[] }) {
  const [at, setAt] = useState(0);
  const move = (step: number) => setAt((now) => Math.min(items.length - 1, Math.max(0, now + step)));
  const open = () => {
    const item = items[at];
    if (item) navigate(placeOf(item));
  };
  useKeys({ j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: open });
  return (
    <section>
      <SectionHead title={<T id="today-needs-you" />} aside={<Short id="today-needs-you-keys" />} />
      {items.length === 0 && <EmptyState title="today-nothing" hint="today-nothing-hint" testid="today-nothing" />}
      <ul>
        {items.map((item, index) => (
          <li key={index}>
            <button
              type="button"
              className="today-item"
              aria-current={index === at}
              data-testid="today-item"
              data-kind={item.what.kind}
              onFocus={() => setAt(index)}
              onClick={() => navigate(placeOf(item))}
            >
              <Sign urgency={item.urgency} />
              <span className="today-what">
                <b>
                  <Coded id={`today-${item.what.kind.replaceAll("_", "-")}`} args={argsOf(item.what)} as="block" />
                </b>
                <small>
                  <Short id={`today-${item.what.kind.replaceAll("_", "-")}-detail`} args={argsOf(item.what)} />
                </small>
              </span>
              <span className="today-project">
                <Name text={item.project_title} show="one" />
              </span>
              <Due item={item} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sign({ urgency }: { urgency: Urgency }) {
  const t = useT();
  const word = t.coded(`today-urgency-${urgency}`);
  return (
    <i className="today-sign" data-urgency={urgency} role="img" aria-label={word} title={word} data-record>
      {SIGNS[urgency]}
    </i>
  );
}

function Due({ item }: { item: TodayItem }) {
  const days = item.working_days;
  return (
    <span className="today-due" data-late={days != null && days < 0 ? "yes" : undefined}>
      {days == null ? (
        item.due && <DateText date={item.due} />
      ) : days < 0 ? (
        <Short id="today-days-late" args={{ days: -days }} />
      ) : days === 0 ? (
        <Short id="today-days-today" />
      ) : days <= 10 || !item.due ? (
        <Short id="today-days-left" args={{ days }} />
      ) : (
        <DateText date={item.due} />
      )}
    </span>
  );
}

function Waiting({ view: { waiting } }: { view: View }) {
  // The bar compares lines of one currency; its lengths are drawn, not reported.
  const shares = useMemo(() => {
    const currency = waiting.sums[0]?.currency;
    return waiting.lines.filter((line) => line.currency === currency).map((line) => Number(line.amount));
  }, [waiting]);
  return (
    <section className="today-section">
      <SectionHead title={<T id="today-money" />} aside={<Short id="today-money-aside" />} />
      {waiting.sums.length === 0 && (
        <p className="quiet today-none">
          <T id="today-money-none" />
        </p>
      )}
      {waiting.sums.map((sum) => (
        <div key={sum.currency} className="today-cash" data-testid="waiting-sum">
          <Money amount={sum.amount} currency={sum.currency} />
        </div>
      ))}
      {shares.length > 1 && (
        <div className="today-stack" aria-hidden>
          {shares.map((share, index) => (
            <i key={index} style={{ flex: share, opacity: 1 - Math.min(index, 4) * 0.22 }} />
          ))}
        </div>
      )}
      {waiting.lines.map((line, index) => (
        <div key={index} className="today-line">
          <span>
            <Name text={line.project_title} show="one" /> · <Name text={line.milestone} show="one" />
          </span>
          <b>
            <Money amount={line.amount} currency={line.currency} />
          </b>
        </div>
      ))}
    </section>
  );
}

function Clocks({ view }: { view: View }) {
  return (
    <section className="today-section">
      <SectionHead title={<T id="today-clocks" />} aside={<Short id="today-clocks-aside" />} />
      {view.clocks.length === 0 && (
        <p className="quiet today-none">
          <T id="today-clocks-none" />
        </p>
      )}
      {view.clocks.map(({ project, project_title, round, clock }) => (
        <button
          key={round}
          type="button"
          className="today-clock"
          data-testid="running-clock"
          onClick={() => navigate(to("/projects/:project/acceptance", { project }))}
        >
          <span>
            <T id={clock.silence_means === "accepted" ? "today-deemed" : "today-deemed-rejected"} />
            <small>
              <Name text={project_title} show="one" />
              {clock.certainty === "provisional" && (
                <>
                  {" "}
                  · <T id="today-provisional" />
                </>
              )}
            </small>
          </span>
          <span className="today-clock-due">
            {clock.left < 0 ? <Short id="today-days-late" args={{ days: -clock.left }} /> : <Short id="today-working-days" args={{ days: clock.left }} />}
            <small>
              <DateText date={clock.due} />
            </small>
          </span>
        </button>
      ))}
    </section>
  );
}

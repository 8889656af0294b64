import { useMemo } from "react";
import type { Today as View, TodayChanges, TodayItem } from "@/api/generated/api";
import { DateText, Money, Name, SectionHead, sentence, Short } from "@/design";
import { Coded, T } from "@/i18n";
import { acceptanceAt } from "@/window/places";
import { navigate } from "@/window/routes";
import { Due } from "./Lines";
import { argsOf, keyOf, messageOf, placeOf } from "./line";

/** What is watched and not done: money, clocks, what others owe, what changed. */
export function Watch({ view }: { view: View }) {
  return (
    <div>
      <Waiting view={view} />
      <Clocks view={view} />
      <WaitingFor items={view.waiting_for} count={view.waiting_for_count} />
      <Changes changes={view.changes} />
    </div>
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
          onClick={() => navigate(acceptanceAt(project))}
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

function WaitingFor({ items, count }: { items: TodayItem[]; count: number }) {
  return (
    <section className="today-section" data-testid="today-waiting-for">
      <SectionHead title={<><T id="today-waiting-for" /> <span className="faint" data-record>{count}</span></>} aside={<Short id="today-waiting-for-aside" />} />
      {items.length === 0 && (
        <p className="quiet today-none">
          <T id="today-waiting-for-none" />
        </p>
      )}
      {items.map((item) => (
        <button key={keyOf(item)} type="button" className="today-clock" data-testid="waiting-for" data-kind={item.what.kind} onClick={() => navigate(placeOf(item))}>
          <span>
            <Coded id={messageOf(item.what)} args={argsOf(item.what)} />
            <small>
              <Coded id={`${messageOf(item.what)}-detail`} args={argsOf(item.what)} />
            </small>
          </span>
          <Due item={item} />
        </button>
      ))}
    </section>
  );
}

function Changes({ changes: { since, entries, more } }: { changes: TodayChanges }) {
  return (
    <section className="today-section" data-testid="today-changes">
      <SectionHead title={since ? <T id="today-changes" /> : <T id="today-changes-since" />} aside={since && <DateText date={since} />} />
      {entries.length === 0 && (
        <p className="quiet today-none">
          <T id="today-changes-none" />
        </p>
      )}
      {entries.map((entry) => {
        const said = sentence(entry.act, entry.args);
        return (
          <div key={entry.seq} className="today-line today-change" data-testid="today-change">
            <span>
              <Coded id={said.id} args={said.args} />
            </span>
            <DateText date={entry.at} />
          </div>
        );
      })}
      {more === "yes" && (
        <p className="quiet today-none">
          <T id="today-changes-more" />
        </p>
      )}
    </section>
  );
}

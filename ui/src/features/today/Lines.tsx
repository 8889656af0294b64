import { useState } from "react";
import type { TodayItem, Urgency } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { DateText, EmptyState, Name, notices, SectionHead, Short, useKeys } from "@/design";
import { Coded, type PlainId, T, useT } from "@/i18n";
import { navigate } from "@/window/routes";
import { HandOverDialog, LaterDialog, ReviewDialog } from "./dialogs";
import { argsOf, keyOf, lineOf, messageOf, offers, placeOf } from "./line";

const SIGNS: Record<Urgency, string> = { blocked: "!", late: "!", soon: "◔", language: "译" };

type Asking = { for: "later" | "hand_over" | "review"; item: TodayItem } | null;

/** What is to be done, one line a thing, gone through by keyboard: Enter opens, E does it, S puts it off, D hands it over. */
export function Lines({ items, count, next, postponed, onAll, all }: { items: TodayItem[]; count: number; next: TodayItem | null | undefined; postponed: number; onAll: () => void; all: "yes" | "no" }) {
  const [chosen, setAt] = useState(0);
  const [asking, setAsking] = useState<Asking>(null);
  const finish = useCommand("finish_line");
  const at = Math.min(chosen, Math.max(0, items.length - 1));
  const current = items[at];
  const move = (step: number) => setAt(Math.min(items.length - 1, Math.max(0, at + step)));

  const done = (item: TodayItem | undefined) => {
    if (!item) return;
    if (offers(item, "finish_until")) setAsking({ for: "review", item });
    else if (offers(item, "finish")) void finish.run({ line: lineOf(item) });
    else notices.say("today-no-done");
  };
  const later = (item: TodayItem | undefined) => item && setAsking({ for: "later", item });
  const handOver = (item: TodayItem | undefined) => {
    if (!item) return;
    if (offers(item, "hand_over")) setAsking({ for: "hand_over", item });
    else notices.say("today-no-hand-over");
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: current && (() => navigate(placeOf(current))),
    e: () => done(current),
    s: () => later(current),
    d: () => handOver(current),
  });
  const close = () => setAsking(null);
  return (
    <section>
      <SectionHead title={<><T id="today-needs-you" /> <span className="faint" data-record data-testid="today-count">{count}</span></>} aside={<Short id="today-needs-you-keys" />} />
      {items.length === 0 && <Nothing next={next} />}
      <ul>
        {items.map((item, index) => (
          <Line key={keyOf(item)} item={item} current={index === at} onFocus={() => setAt(index)} done={done} later={later} handOver={handOver} />
        ))}
      </ul>
      <div className="today-foot">
        {(count > items.length || all === "yes") && (
          <button type="button" className="today-link" data-testid="today-all" onClick={onAll}>
            {all === "yes" ? <T id="today-fewer" /> : <T id="today-all" args={{ count }} />}
          </button>
        )}
        {postponed > 0 && <span className="quiet" data-testid="today-postponed"><Short id="today-postponed" args={{ count: postponed }} /></span>}
      </div>
      {asking?.for === "later" && <LaterDialog item={asking.item} onClose={close} />}
      {asking?.for === "hand_over" && <HandOverDialog item={asking.item} onClose={close} />}
      {asking?.for === "review" && <ReviewDialog item={asking.item} onClose={close} />}
    </section>
  );
}

/** Nothing to do says what comes next, and when. */
function Nothing({ next }: { next: TodayItem | null | undefined }) {
  return (
    <>
      <EmptyState title="today-nothing" hint="today-nothing-hint" testid="today-nothing" />
      {next && (
        <button type="button" className="today-item today-next" data-testid="today-next" onClick={() => navigate(placeOf(next))}>
          <Sign urgency={next.urgency} />
          <Words item={next} />
          <span className="today-project"><Name text={next.project_title} show="one" /></span>
          <span className="today-due">{next.due && <DateText date={next.due} />}</span>
        </button>
      )}
    </>
  );
}

type Act = (item: TodayItem) => void;

function Line({ item, current, onFocus, done, later, handOver }: { item: TodayItem; current: boolean; onFocus: () => void; done: Act; later: Act; handOver: Act }) {
  const canFinish = offers(item, "finish") || offers(item, "finish_until");
  return (
    <li className="today-li" data-current={current ? "yes" : undefined}>
      <button type="button" className="today-item" aria-current={current} data-testid="today-item" data-kind={item.what.kind} onFocus={onFocus} onClick={() => navigate(placeOf(item))}>
        <Sign urgency={item.urgency} />
        <Words item={item} />
        <span className="today-project">
          <Name text={item.project_title} show="one" />
        </span>
        <Due item={item} />
      </button>
      <span className="today-acts">
        {canFinish && <Small label="today-done" testid="today-done" onClick={() => done(item)} onFocus={onFocus} />}
        <Small label="today-later" testid="today-later" onClick={() => later(item)} onFocus={onFocus} />
        {offers(item, "hand_over") && <Small label="today-hand-over" testid="today-hand-over" onClick={() => handOver(item)} onFocus={onFocus} />}
      </span>
    </li>
  );
}

/** An act in its line. */
export function Small({ label, testid, onClick, onFocus }: { label: PlainId; testid: string; onClick: () => void; onFocus?: () => void }) {
  return (
    <button type="button" className="today-link" data-testid={testid} onClick={onClick} onFocus={onFocus}>
      <Short id={label} />
    </button>
  );
}

function Words({ item }: { item: TodayItem }) {
  const id = messageOf(item.what);
  const args = argsOf(item.what);
  return (
    <span className="today-what">
      <b>
        <Coded id={id} args={args} as="block" />
      </b>
      <small>
        <Short id={`${id}-detail`} args={args} />
        {item.owner && (
          <>
            {" "}
            · <Name text={item.owner} show="one" />
          </>
        )}
      </small>
    </span>
  );
}

export function Sign({ urgency }: { urgency: Urgency }) {
  const t = useT();
  const word = t.coded(`today-urgency-${urgency}`);
  return (
    <i className="today-sign" data-urgency={urgency} role="img" aria-label={word} title={word} data-record>
      {SIGNS[urgency]}
    </i>
  );
}

/** When, by whose calendar. */
export function Due({ item }: { item: TodayItem }) {
  const t = useT();
  const days = item.working_days;
  const place = t.coded(`place-${item.calendar}`);
  return (
    <span className="today-due" data-late={days != null && days < 0 ? "yes" : undefined} title={days == null ? undefined : t("today-by-calendar", { calendar: place })}>
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

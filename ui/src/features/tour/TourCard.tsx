import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { hearActs } from "@/api/call";
import { useLocation } from "@/window/routes";
import { Button, Icon } from "@/design";
import { Coded, T, useDisplay, useT } from "@/i18n";
import { searchKey } from "../search/key";
import { STEPS, type Seen, type TourStep } from "./steps";
import { useTour } from "./useTour";
import "./tour.css";

/** One step of the tour at the foot of the page, where it covers nothing; gone when the tour is left. */
export function TourCard() {
  const { standing, step, place, leave, finish } = useTour();
  if (standing !== "running") return null;
  return step ? <Doing key={step.name} step={step} place={place} onDone={() => finish(step)} onLeave={leave} /> : <AllDone onClose={leave} />;
}

function Doing({ step, place, onDone, onLeave }: { step: TourStep; place: number; onDone: () => void; onLeave: () => void }) {
  const t = useT();
  useDone(step, onDone);
  return (
    <section className="tour" aria-label={t("tour-title")} aria-live="polite" data-testid="tour" data-step={step.name}>
      <span className="tour-place">
        <T id="tour-place" args={{ step: place, steps: STEPS.length }} />
      </span>
      <p>
        <Coded id={`tour-${step.name}`} args={{ key: searchKey() }} as="block" />
      </p>
      <Button label="tour-leave" look="ghost" size="small" testid="leave-tour" onClick={onLeave} />
    </section>
  );
}

function AllDone({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <section className="tour" aria-label={t("tour-title")} aria-live="polite" data-testid="tour" data-step="done">
      <Icon name="check" />
      <p>
        <T id="tour-all-done" as="block" />
      </p>
      <Button label="app-close" look="ghost" size="small" testid="leave-tour" onClick={onClose} />
    </section>
  );
}

/** Calls `onDone` once the step was really done. */
function useDone(step: TourStep, onDone: () => void): void {
  const { whole } = useLocation();
  const display = useDisplay();
  const counted = useCounted();
  const now: Seen = { place: whole, display, ...counted };
  const [then] = useState(now);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    if (step.act === undefined) return;
    return hearActs(({ act }) => {
      if (act === step.act) done.current();
    });
  }, [step]);
  const there = step.at?.(whole) ?? false;
  const away = useRef(false);
  useEffect(() => {
    if (!there) away.current = true;
    else if (away.current) done.current();
  }, [there]);
  const shown = step.shows?.(now, then) ?? false;
  useEffect(() => {
    if (shown) done.current();
  }, [shown]);
}

/** How often a page of a paper was drawn and a search found something while this stands. */
function useCounted(): Pick<Seen, "drawn" | "found"> {
  const memory = useQueryClient();
  const [counted, setCounted] = useState({ drawn: 0, found: 0 });
  useEffect(
    () =>
      memory.getQueryCache().subscribe(({ type, query }) => {
        if (type !== "updated" && type !== "observerAdded") return;
        if (shows(query, "preview_page")) setCounted((now) => ({ ...now, drawn: now.drawn + 1 }));
        else if (hasFound(query)) setCounted((now) => ({ ...now, found: now.found + 1 }));
      }),
    [memory],
  );
  return counted;
}

/** What is remembered of a question. */
interface Answered {
  queryKey: readonly unknown[];
  state: { status: string; data: unknown };
}

const shows = (query: Answered, name: string): boolean => query.queryKey[0] === name && query.state.status === "success";

const hasFound = (query: Answered): boolean => shows(query, "search") && ((query.state.data as { hits?: unknown[] } | undefined)?.hits?.length ?? 0) > 0;

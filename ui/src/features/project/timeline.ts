// Where the days of the portfolio lie on a drawn line of time.
import type { Portfolio, PortfolioLine } from "@/api/generated/api";

const DAY_MS = 86_400_000;

/** Whole days since the epoch; days have no zone. */
const number = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);

export interface Bar {
  key: string;
  kind: "stage" | "running";
  title: PortfolioLine["title"];
  from: string;
  /** Its last day; of a stage that runs today. */
  to: string;
}

export interface Point {
  key: string;
  kind: "payment" | "paid" | "round" | "clock";
  title: PortfolioLine["title"] | string;
  day: string;
}

/** The stages of a project that have begun. */
export function barsOf({ stages }: PortfolioLine, today: string): Bar[] {
  return stages.flatMap(({ id, title, started, ended }) =>
    started ? [{ key: id, kind: ended ? "stage" : "running", title, from: started, to: ended ?? (today > started ? today : started) } satisfies Bar] : [],
  );
}

/** Payments, rounds and the next clock that have a day. */
export function pointsOf({ payments, rounds, clock }: PortfolioLine): Point[] {
  return [
    ...payments.flatMap(({ milestone, title, state, day }) => (day ? [{ key: milestone, kind: state === "paid" ? "paid" : "payment", title, day } satisfies Point] : [])),
    ...rounds.flatMap(({ round, number: called, day }) => (day ? [{ key: round, kind: "round", title: called, day } satisfies Point] : [])),
    ...(clock ? [{ key: "clock", kind: "clock", title: "", day: clock.due } satisfies Point] : []),
  ];
}

/** A scale over whole months that holds every day of the portfolio. */
export function scaleOf(portfolio: Portfolio): { at: (iso: string) => number; months: string[] } {
  const days = portfolio.projects.flatMap((line) => [...barsOf(line, portfolio.today).flatMap(({ from, to }) => [from, to]), ...pointsOf(line).map(({ day }) => day)]);
  const all = [...days, portfolio.today].sort();
  const first = `${(all[0] ?? portfolio.today).slice(0, 7)}-01`;
  const last = monthAfter((all.at(-1) ?? portfolio.today).slice(0, 7));
  const from = number(first);
  const span = number(last) - from;
  const months: string[] = [];
  for (let month = first; month < last; month = monthAfter(month.slice(0, 7))) months.push(month);
  return { at: (iso) => ((number(iso) - from) / span) * 100, months };
}

/** The first day of the month after `2026-09`. */
function monthAfter(month: string): string {
  const [year = 0, of = 1] = month.split("-").map(Number);
  return of === 12 ? `${year + 1}-01-01` : `${year}-${String(of + 1).padStart(2, "0")}-01`;
}

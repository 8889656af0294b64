// The steps of the tour by doing, and how each shows that it was really done.
import type { Wrote } from "@/api/generated/api";
import type { Display } from "@/api/host";

/** What can be seen of the window. */
export interface Seen {
  /** Path and what follows a question mark. */
  place: string;
  display: Display;
  /** Pages of papers drawn, and searches that found something, since the window was opened. */
  drawn: number;
  found: number;
}

export interface TourStep {
  name: "mark" | "undo" | "report" | "both" | "find" | "journal";
  /** This act was written. */
  act?: Wrote["act"];
  /** The window shows it, compared with how it was when the step began. */
  shows?: (now: Seen, then: Seen) => boolean;
  /** This place was gone to from another. */
  at?: (place: string) => boolean;
}

export const STEPS: readonly TourStep[] = [
  { name: "mark", act: "criterion_marked" },
  { name: "undo", act: "undone" },
  { name: "report", shows: (now, then) => /^\/projects\/[^/]+\/documents(\?|$)/.test(now.place) && now.drawn > then.drawn },
  { name: "both", shows: (now, then) => now.display !== then.display },
  { name: "find", shows: (now, then) => now.found > then.found },
  { name: "journal", at: (place) => /\/journal(\?|$)/.test(place) },
];

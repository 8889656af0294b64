import { useCallback } from "react";
import { useKept } from "@/window/settings";
import { STEPS, type TourStep } from "./steps";

export interface Tour {
  standing: "not_begun" | "running" | "left" | "done";
  /** The step to do; none when all are done. */
  step: TourStep | undefined;
  /** Its place, from 1. */
  place: number;
  /** Begins where it was left; from the start once everything was done. */
  begin: () => void;
  leave: () => void;
  finish: (step: TourStep) => void;
}

/** The tour as it is remembered. */
export function useTour(): Tour {
  const { settings, keep } = useKept();
  const { standing, done } = settings.tour;
  const index = STEPS.findIndex(({ name }) => !done.includes(name));
  const begin = useCallback(
    () => keep((now) => ({ ...now, tour: { standing: "running", done: now.tour.standing === "done" ? [] : now.tour.done } })),
    [keep],
  );
  const leave = useCallback(
    () => keep((now) => ({ ...now, tour: { ...now.tour, standing: STEPS.every(({ name }) => now.tour.done.includes(name)) ? "done" : "left" } })),
    [keep],
  );
  const finish = useCallback(
    ({ name }: TourStep) => keep((now) => (now.tour.done.includes(name) ? now : { ...now, tour: { ...now.tour, done: [...now.tour.done, name] } })),
    [keep],
  );
  return { standing, step: STEPS[index], place: index < 0 ? STEPS.length : index + 1, begin, leave, finish };
}

// What stands against saving a form. Each field says it of itself, so that no form can forget one.
import { createContext, use, useId, useLayoutEffect } from "react";
import type { PlainId } from "@/i18n";

export interface Obstacle {
  /** Of the field. */
  label: PlainId;
  /** `waiting`: what was typed is still being read. */
  why: "missing" | "unread" | "waiting";
}

export type Report = (field: string, obstacle: Obstacle | null | "gone") => void;

/** Where the fields of a form report to; nothing outside a form. */
export const Reports = createContext<Report | null>(null);

/** Reports what stands against saving this field, for as long as it does. */
export function useObstacle(label: PlainId, why: Obstacle["why"] | undefined): void {
  const report = use(Reports);
  const field = useId();
  // A field keeps its place in the order in which they were drawn.
  useLayoutEffect(() => {
    report?.(field, null);
    return () => report?.(field, "gone");
  }, [report, field]);
  useLayoutEffect(() => report?.(field, why ? { label, why } : null), [report, field, label, why]);
}

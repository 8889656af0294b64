// Several rows of a table chosen at once: by their boxes, by Shift and Ctrl, by keyboard.
import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo, useRef, useState } from "react";

/** Which rows are chosen, as the owner of a table keeps it. */
export interface Choosing<Row> {
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  /** What a row is called, for those who hear it. */
  nameOf: (row: Row) => string;
  /** What can be done with all of them at once. */
  acts: ReactNode;
}

/** Keeps a choice among rows; those that are gone are no longer chosen. */
export function useChosen(ids: readonly string[]): { chosen: ReadonlySet<string>; choose: (chosen: ReadonlySet<string>) => void; list: string[]; none: () => void } {
  const [kept, choose] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => new Set(ids.filter((id) => kept.has(id))), [ids, kept]);
  return { chosen, choose, list: [...chosen], none: () => choose(new Set()) };
}

/** What the hands of a person do to a choice among the rows that are shown, in their order. */
export function useHands<Row>(choosing: Choosing<Row> | undefined, shown: readonly string[]) {
  // Where Shift reaches from.
  const anchor = useRef<string>(undefined);
  if (!choosing) return undefined;
  const { chosen, onChoose } = choosing;
  const toggle = (id: string) => {
    anchor.current = id;
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const reach = (id: string, from?: string) => {
    anchor.current ??= from ?? id;
    const ends = [shown.indexOf(anchor.current), shown.indexOf(id)].map((place) => Math.max(place, 0)).sort((a, b) => a - b);
    onChoose(new Set([...chosen, ...shown.slice(ends[0], (ends[1] ?? 0) + 1)]));
  };
  const areAll = shown.length > 0 && shown.every((id) => chosen.has(id));
  const none = () => {
    anchor.current = undefined;
    onChoose(new Set());
  };
  return {
    toggle,
    reach,
    none,
    areAll,
    toggleAll: () => (areAll ? none() : onChoose(new Set([...chosen, ...shown]))),
    /** A click on a row with a key held; false when it only selects. */
    clicked(event: MouseEvent, id: string): boolean {
      if (event.shiftKey) reach(id);
      else if (event.ctrlKey || event.metaKey) toggle(id);
      else return false;
      return true;
    },
    /** Space, Ctrl-A, Shift with the arrows, Esc; false for any other key. */
    pressed(event: KeyboardEvent, at: string | undefined, move: (step: number) => string | undefined): boolean {
      const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") onChoose(new Set([...chosen, ...shown]));
      else if (event.ctrlKey || event.metaKey || event.altKey) return false;
      else if (event.key === " " && at !== undefined) toggle(at);
      else if (event.shiftKey && arrow !== undefined) {
        const next = move(arrow);
        if (next !== undefined) reach(next, at);
      } else if (event.key === "Escape" && chosen.size > 0) none();
      else return false;
      return true;
    },
  };
}

export type Hands = NonNullable<ReturnType<typeof useHands>>;

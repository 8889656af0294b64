// What the palette lists: the groups in the order of their best answers, and every row in one sequence.
import type { Hit, PiecePair, Quality } from "@/api/generated/api";
import type { Phrase } from "./phrases";
import type { Viewed } from "./recent";

export type GroupName = "recent" | "parties" | "records" | "documents" | "evidence" | "places" | "commands";

export type Row =
  | { is: "hit"; key: string; hit: Hit }
  | { is: "phrase"; key: string; phrase: Phrase; said: PiecePair }
  | { is: "place"; key: string; viewed: Extract<Viewed, { is: "place" }> };

export interface Group {
  name: GroupName;
  rows: Row[];
}

const BEST: Quality[] = ["whole", "exact", "begun", "read", "mistyped"];

export interface Answer {
  quality: Quality;
  group: Exclude<GroupName, "recent">;
  row: Row;
}

/** Answers come the best first, records before pages and commands; the group with the best answer stands first. */
export function grouped(answers: readonly Answer[]): Group[] {
  const groups = new Map<GroupName, { best: number; rows: Row[] }>();
  for (const { quality, group, row } of answers) {
    const at = BEST.indexOf(quality);
    const held = groups.get(group);
    if (held) held.rows.push(row);
    else groups.set(group, { best: at, rows: [row] });
  }
  return [...groups]
    .sort(([, { best: one }], [, { best: other }]) => one - other)
    .map(([name, { rows }]) => ({ name, rows }));
}

/** Before anything is typed: what was looked at last, then everything that can be gone to and done. */
export function beforeTyping(viewed: readonly Viewed[], phrases: readonly Phrase[], said: (phrase: Phrase) => PiecePair, here: string): Group[] {
  const recent = viewed
    .filter(({ path }) => path !== here)
    .map((one): Row => (one.is === "record" ? { is: "hit", key: `recent-${one.path}`, hit: one.hit } : { is: "place", key: `recent-${one.path}`, viewed: one }));
  const of = (group: Phrase["group"]): Group => ({
    name: group,
    rows: phrases.filter((phrase) => phrase.group === group).map((phrase) => ({ is: "phrase", key: phrase.label, phrase, said: said(phrase) })),
  });
  return [{ name: "recent" as const, rows: recent }, of("places"), of("commands")].filter(({ rows }) => rows.length > 0);
}

/** The row that a key leads to; the ends meet. */
export function moved(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

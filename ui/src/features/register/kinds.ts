// The kinds of the registers, their states, and what can be told of a row without asking anybody.
import type { KeptRecord, MatrixCell, RegisterKind, RegisterRow, RegisterState, RegisterView } from "@/api/generated/api";
import type { IconName, Tone } from "@/design";

/** The kinds that this page keeps; open issues are kept with their rounds. */
export const KEPT = ["risk", "issue", "change_request", "decision", "action", "approval", "letter", "lesson"] as const;
export type KeptHere = (typeof KEPT)[number];

export const isKeptHere = (kind: RegisterKind): kind is KeptHere => kind !== "open_issue";

/** A record of one kind. */
export type Of<K extends KeptHere> = Extract<KeptRecord, { kind: K }>;

/** The record of a row, if it is of this kind. */
export const recordOf = <K extends KeptHere>(row: RegisterRow, kind: K): Of<K> | undefined => (row.record?.kind === kind ? (row.record as Of<K>) : undefined);

export const TONES: Record<RegisterState, { tone: Tone; icon?: IconName }> = {
  open: { tone: "blue" },
  occurred: { tone: "crimson", icon: "warning" },
  resolved: { tone: "jade", icon: "half" },
  closed: { tone: "plain", icon: "check" },
  proposed: { tone: "blue" },
  analysis: { tone: "amber" },
  approved: { tone: "jade", icon: "check" },
  rejected: { tone: "plain", icon: "cross" },
  withdrawn: { tone: "plain", icon: "dash" },
  decided: { tone: "plain", icon: "check" },
  done: { tone: "jade", icon: "check" },
  dropped: { tone: "plain", icon: "dash" },
  preparing: { tone: "unknown" },
  waiting: { tone: "amber", icon: "clock" },
  filed: { tone: "plain" },
  reply_due: { tone: "amber", icon: "clock" },
  replied: { tone: "jade", icon: "check" },
};

/** A place on the matrix. */
export interface At {
  probability: number;
  impact: number;
}

/** The risk's place as it is now, while it is open. */
export function placeOfRow(row: RegisterRow): At | undefined {
  const place = recordOf(row, "risk")?.current;
  return row.is_open && place ? place : undefined;
}

export const isSamePlace = (one: At | null | undefined, other: At | null | undefined): boolean => one?.probability === other?.probability && one?.impact === other?.impact;

/** How grave a band is among its matrix's: 0 the lowest, 3 the highest, whatever they are called. */
export function gravity(band: string, bands: readonly { name: string }[]): number {
  const at = bands.findIndex(({ name }) => name === band);
  return bands.length < 2 || at < 0 ? 0 : Math.round((3 * at) / (bands.length - 1));
}

export const cellAt = (map: readonly MatrixCell[], at: At): MatrixCell | undefined => map.find((cell) => isSamePlace(cell, at));

/** Records that name this one. */
export const namedBy = (view: RegisterView, id: string): RegisterRow[] => view.rows.filter((row) => row.links.some((link) => link.id === id));

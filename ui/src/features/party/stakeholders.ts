// Where people stand between power and interest, and how a record of one is saved again.
import type { Attitude, RecordFields, SaveRecord, Stakeholder } from "@/api/generated/api";
import { seenAt } from "@/api/seen";
import { wordsOf } from "@/design";

/** Power and interest go from 1 to this. */
export const LEVELS = [1, 2, 3, 4, 5] as const;

export const ATTITUDES: readonly Attitude[] = ["champion", "supportive", "neutral", "cautious", "sceptical"];

export interface Placed {
  power: number;
  interest: number;
}

/** Where nobody has judged both there is no place. */
export const placeOfPerson = ({ power, interest }: Pick<Stakeholder, "power" | "interest">): Placed | null => (power == null || interest == null ? null : { power, interest });

/** A stakeholder with some of its fields written over, as it is saved. */
export function stakeholderWith(record: Stakeholder, change: Partial<Extract<RecordFields, { kind: "stakeholder" }>>): SaveRecord {
  const { id, project, stack, number, title, ...fields } = record;
  return { record: id, project, stack: stack ?? null, number, fields: { kind: "stakeholder", title: wordsOf(title), ...fields, ...change }, based_on: seenAt() };
}

const within = (level: number): number => Math.min(5, Math.max(1, level));

/** Where an arrow key moves somebody to; one without a place comes to the middle first. */
export function moved(place: Placed | null, key: string): Placed | null {
  const steps: Record<string, [number, number]> = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
  const step = steps[key];
  if (!step) return null;
  if (!place) return { power: 3, interest: 3 };
  return { power: within(place.power + step[0]), interest: within(place.interest + step[1]) };
}

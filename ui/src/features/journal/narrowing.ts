// What the entries of the journal are narrowed to, and how it is asked of the engine.
import type { ListEntries } from "@/api/generated/api";
import type { Pair } from "@/i18n";

export interface Narrowed {
  actor: Pair | null;
  noun: string | null;
  /** Days as `2026-05-09`, both included. */
  from: string | null;
  until: string | null;
}

export const EVERYTHING: Narrowed = { actor: null, noun: null, from: null, until: null };

export const isNarrow = (narrowed: Narrowed): boolean => Object.values(narrowed).some((value) => value !== null);

/** The distance to UTC with which a moment was written: `+08:00`. */
export const zoneOf = (moment: string): string => /[+-]\d{2}:\d{2}$/.exec(moment)?.[0] ?? "+00:00";

function next(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** A day begins at midnight of the zone and ends where the next begins. */
export function asked({ actor, noun, from, until }: Narrowed, zone: string): Pick<ListEntries, "actor" | "noun" | "from" | "until"> {
  return { actor, noun, from: from && `${from}T00:00:00${zone}`, until: until && `${next(until)}T00:00:00${zone}` };
}

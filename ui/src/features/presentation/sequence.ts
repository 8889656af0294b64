// The order in which a round is gone through: the first screen, every item, the result.
import type { PresentedChapter, PresentedEvidence, PresentedItem, PresentedRound } from "@/api/generated/api";
import type { At, Display } from "@/api/host";

export interface Placed {
  item: PresentedItem;
  chapter: PresentedChapter;
}

export const itemsOf = (round: PresentedRound): Placed[] =>
  round.chapters.flatMap((chapter) => chapter.items.map((item) => ({ item, chapter })));

/** The item at a place from 1. */
export const itemAt = (round: PresentedRound, at: At): Placed | undefined =>
  at.kind === "item" ? itemsOf(round).find(({ item }) => item.place === at.place) : undefined;

const indexOf = (at: At, total: number) => (at.kind === "start" ? 0 : at.kind === "item" ? Math.min(at.place, total) : total + 1);

const atIndex = (index: number, total: number): At =>
  index <= 0 ? { kind: "start" } : index > total ? { kind: "end" } : { kind: "item", place: index };

/** So many screens further; before the first and after the last it stays. */
export const moved = (at: At, by: number, total: number): At => atIndex(indexOf(at, total) + by, total);

export const photographsOf = (item: PresentedItem | undefined): PresentedEvidence[] =>
  item?.evidence.filter(({ showing }) => showing === "photograph") ?? [];

/** Both, then each alone; a test's pseudo-language stays. */
export const nextLanguage = (language: Display): Display =>
  language === "both" ? "en" : language === "en" ? "zh" : language === "zh" ? "both" : language;

/** The same pace whether a text is long or short: a step of type for each. */
export function lengthOf({ en, zh }: { en: string; zh: string }): "short" | "middle" | "long" {
  const units = Math.max(en.length, zh.length * 2.2);
  return units <= 130 ? "short" : units <= 280 ? "middle" : "long";
}

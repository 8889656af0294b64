// The window's frame as the routes give it: places on the rail, their pages, and a project's sections in groups.
import type { PlainId } from "@/i18n";
import type { GroupName, Place, Route, Section, Tab } from "./routes";

type Given = Pick<Route, "path" | "place" | "tab" | "section">;
type At<T> = T & { path: string };

/** Sections that belong together, below their head. */
export interface Group {
  name: GroupName | "top";
  /** Above the first sections there is none. */
  head?: PlainId;
  sections: At<Section>[];
}

/** In the order of a project's life. */
const HEADS: readonly { name: Group["name"]; head?: PlainId }[] = [
  { name: "top" },
  { name: "agreed", head: "app-group-agreed" },
  { name: "delivering", head: "app-group-delivering" },
  { name: "closing", head: "app-group-closing" },
];

/** How many sections stand in the bar of a small window; the others are behind one button. */
const IN_BAR = 5;

const byOrder = (one: { order: number }, other: { order: number }) => one.order - other.order;

/** The places of the rail: those at its head, then those at its foot. */
export function placesOf(routes: readonly Given[]): At<Place>[] {
  const all = routes.flatMap(({ path, place }) => (place ? [{ path, ...place }] : [])).sort(byOrder);
  return [...all.filter(({ at }) => at === "head"), ...all.filter(({ at }) => at === "foot")];
}

/** Every page of a place that has several. */
export const tabsOf = (routes: readonly Given[]): At<Tab>[] => routes.flatMap(({ path, tab }) => (tab ? [{ path, ...tab }] : [])).sort(byOrder);

/** The groups that have a section. */
export function groupsOf(routes: readonly Given[]): Group[] {
  const all = routes.flatMap(({ path, section }) => (section ? [{ path, ...section }] : [])).sort(byOrder);
  const groups = HEADS.map((head) => ({ ...head, sections: all.filter(({ group = "top" }) => group === head.name) }));
  return groups.filter(({ sections }) => sections.length > 0);
}

/** The sections of a small window's bar: the first five, and what one button more leads to. */
export const barOf = <S>(sections: readonly S[]): { shown: readonly S[]; more: readonly S[] } => ({
  shown: sections.slice(0, IN_BAR),
  more: sections.slice(IN_BAR),
});

const isWithin = (path: string, at: string) => at === path || at.startsWith(`${path}/`);

/** Whether the window is at this place, or at one of its pages. */
export const isAtPlace = (place: { path: string }, tabs: readonly At<Tab>[], at: string): boolean =>
  isWithin(place.path, at) || tabs.some((tab) => tab.of === place.path && isWithin(tab.path, at));

/** The pages among which the window is now; none where there is only one. */
export function tabsAt(tabs: readonly At<Tab>[], at: string): { tabs: readonly At<Tab>[]; current: string | undefined } {
  const current = tabs.find((tab) => isWithin(tab.path, at));
  return { tabs: current ? tabs.filter(({ of }) => of === current.of) : [], current: current?.path };
}

// The pages of the manual, one a job. Their words are `manual-<page>-title`, `-intro` and `-1`, `-2`, …
import { sayIn } from "@/i18n";

/** Steps are done one after the other; of points each stands for itself. */
export type Kind = "heading" | "step" | "point" | "text";

export interface ManualPage {
  name: string;
  /** What each numbered message is, from the first. */
  body: readonly Kind[];
  /** The picture of the window that goes with it, by its file's name. */
  picture?: string;
  /** Pictures within it: below which heading, by its number. */
  within: Readonly<Record<number, string>>;
}

const KINDS: Record<string, Kind> = { h: "heading", s: "step", p: "point", t: "text" };

/** `shape` has a letter for each numbered message: h a heading, s a step, p a point, t a text; spaces set the chapters apart. */
function page(name: string, shape: string, picture?: string, within: ManualPage["within"] = {}): ManualPage {
  const body = shape.replaceAll(" ", "").split("").map((letter) => KINDS[letter] ?? "text");
  return { name, body, within, ...(picture !== undefined && { picture }) };
}

/** In the order in which a project goes. */
export const MANUAL: readonly ManualPage[] = [
  page("first-steps", "hsss hssss hssst hsst ht", "today"),
  page("projects", "hssss ht hsss hssst ht", "overview"),
  page("parties", "hsss hssst ht hssst hsss", "parties"),
  page("scope", "hssssst ht hss ht ht", "scope"),
  page("gates", "hsst hsst hsst hss hsst"),
  page("register", "hssst hsss hss hss ht hss"),
  page("acceptance", "hss hsss hsss ht ht hsss", "acceptance"),
  page("presenting", "htpppp hssptt"),
  page("report", "hsssss ht ht hsst ht", "document"),
  page("signing", "hsss hpppt ht hsss ht ht"),
  page("verifying", "hss htppp htppp htppppp hppt hppp htpppppp ht ht", "verify", { 4: "verify-unchanged", 9: "verify-changed", 14: "verify-unjudged" }),
  page("calendars", "hss ht hsss ht"),
  page("finding", "ssss ht ht hppp"),
  page("languages", "ht hss hpppptt ht"),
  page("journal", "hssstt ht hss ht hsstt hsst", "journal"),
  page("settings", "hpp hssst ht ht ht hssst"),
  page("recovery", "hpppt htt hpp hpp hsst ht ht hsst"),
  page("today", "ht hpppp htt htt"),
  page("everyday", "hstt hsst hsss ht ht htt ht ht htppppt"),
  page("terminal", "ppppp ht htt"),
  { name: "keys", body: [], within: {} },
];

export const FIRST = "first-steps";
export const KEYS = "keys";

/** The page that explains a place of the window. */
const OF_PLACE: Record<string, string> = {
  "/today": "today",
  "/projects": "projects",
  "/projects/:project/overview": "projects",
  "/projects/:project/parties": "parties",
  "/projects/:project/scope": "scope",
  "/projects/:project/gates": "gates",
  "/projects/:project/register": "register",
  "/projects/:project/acceptance": "acceptance",
  "/projects/:project/present": "presenting",
  "/projects/:project/present/notes": "presenting",
  "/projects/:project/documents": "report",
  "/projects/:project/journal": "journal",
  "/projects/:project/history/:noun/:id": "journal",
  "/library": "calendars",
  "/workspace": "recovery",
  "/settings": "settings",
  "/verify": "verifying",
};

/** The page for a route of the window, by the route's own path; none for a place that has no page. */
export const pageOfPlace = (route: string): string | undefined => OF_PLACE[route];

export const titleOf = (name: string): string => `manual-${name}-title`;
export const introOf = (name: string): string => `manual-${name}-intro`;
export const partOf = (name: string, index: number): string => `manual-${name}-${index + 1}`;

/** All pictures of a page. */
export const picturesOf = ({ picture, within }: ManualPage): string[] => [...(picture === undefined ? [] : [picture]), ...Object.values(within)];

/** Every message of a page, in the order in which it is read. */
export const messagesOf = ({ name, body }: ManualPage): string[] => [titleOf(name), introOf(name), ...body.map((_, index) => partOf(name, index))];

/** A message in both languages. */
const pairOf = (id: string) => ({ en: sayIn("en", id, {}) ?? id, zh: sayIn("zh", id, {}) ?? id });

/** The title of a page in both languages. */
export const titlePair = (name: string) => pairOf(titleOf(name));

/** A numbered message of a page in both languages. */
export const partPair = (name: string, index: number) => pairOf(partOf(name, index));

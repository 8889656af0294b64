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
}

const KINDS: Record<string, Kind> = { h: "heading", s: "step", p: "point", t: "text" };

/** `shape` has a letter for each numbered message: h a heading, s a step, p a point, t a text; spaces set the chapters apart. */
function page(name: string, shape: string, picture?: string): ManualPage {
  const body = shape.replaceAll(" ", "").split("").map((letter) => KINDS[letter] ?? "text");
  return { name, body, ...(picture !== undefined && { picture }) };
}

/** In the order in which a project goes. */
export const MANUAL: readonly ManualPage[] = [
  page("first-steps", "hsss hssss hssst hsst ht", "today"),
  page("projects", "hssss ht hsss hssst ht", "overview"),
  page("parties", "hsss hssst ht", "parties"),
  page("scope", "hssssst ht hss ht", "scope"),
  page("acceptance", "hss hsss hsss ht ht hsss", "acceptance"),
  page("presenting", "htpppp hssptt"),
  page("report", "hsssss ht ht hsst", "document"),
  page("signing", "hsss hpppt ht hsss ht ht"),
  page("verifying", "hss hppt hppp ht ht", "verify"),
  page("finding", "ssss ht ht"),
  page("languages", "ht hss hpppptt ht"),
  page("journal", "hssstt ht hss ht hsstt hsst", "journal"),
  page("settings", "hpp hssst ht ht ht hssst"),
  page("recovery", "hpppt htt hpp hpp hsst ht ht hsst"),
  page("everyday", "hstt hsst hsss ht ht htt ht"),
  page("terminal", "ppppp ht htt"),
  { name: "keys", body: [] },
];

export const FIRST = "first-steps";
export const KEYS = "keys";

/** The page that explains a place of the window. */
const OF_PLACE: Record<string, string> = {
  "/today": FIRST,
  "/projects": "projects",
  "/projects/:project/overview": "projects",
  "/projects/:project/parties": "parties",
  "/projects/:project/scope": "scope",
  "/projects/:project/acceptance": "acceptance",
  "/projects/:project/present": "presenting",
  "/projects/:project/present/notes": "presenting",
  "/projects/:project/documents": "report",
  "/projects/:project/journal": "journal",
  "/projects/:project/history/:noun/:id": "journal",
  "/workspace": "recovery",
  "/settings": "settings",
  "/verify": "verifying",
};

/** The page for a route of the window, by the route's own path; none for a place that has no page. */
export const pageOfPlace = (route: string): string | undefined => OF_PLACE[route];

export const titleOf = (name: string): string => `manual-${name}-title`;
export const introOf = (name: string): string => `manual-${name}-intro`;
export const partOf = (name: string, index: number): string => `manual-${name}-${index + 1}`;

/** Every message of a page, in the order in which it is read. */
export const messagesOf = ({ name, body }: ManualPage): string[] => [titleOf(name), introOf(name), ...body.map((_, index) => partOf(name, index))];

/** The title of a page in both languages. */
export const titlePair = (name: string) => ({ en: sayIn("en", titleOf(name), {}) ?? name, zh: sayIn("zh", titleOf(name), {}) ?? name });

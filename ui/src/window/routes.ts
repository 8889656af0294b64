// Where the window can be. Each feature names its own places in `features/<noun>/routes.ts`; this file collects them.
import { useSyncExternalStore, type ComponentType } from "react";
import type { TodayRequest } from "@/api/generated/api";
import type { IconName } from "@/design/icons";
import type { PlainId } from "@/i18n";
import { groupsOf, placesOf, tabsOf } from "./frame";
import { lazily } from "./lazily";
import { HOME } from "./places";

export type Params = Record<string, string>;
export interface PageProperties {
  params: Params;
}

/** The groups of a project's sections, in the order in which they stand; a section without one stands above them. */
export type GroupName = "agreed" | "delivering" | "closing";

/** A place on the rail. */
export interface Place {
  /** At the `foot` stands what concerns the program and the file. */
  at: "head" | "foot";
  order: number;
  label: PlainId;
  icon: IconName;
  /** Pressed after g. */
  key: string;
}

/** One of the pages that a place of the rail leads to; a bar above them leads from one to the other. */
export interface Tab {
  /** The path of the place. */
  of: string;
  order: number;
  label: PlainId;
  icon: IconName;
  /** Pressed after g; the page of the place itself has the place's. */
  key?: string;
}

/** A section of a project. */
export interface Section {
  group?: GroupName;
  order: number;
  label: PlainId;
  /** Pressed after g. */
  key: string;
  /** A hook: how much waits there for the person. Shown when it is more than nothing. */
  useWaiting?: (project: string) => number | undefined;
}

export interface Route {
  /** `/projects/:project/scope` */
  path: string;
  load: () => Promise<{ default: ComponentType<PageProperties> }>;
  place?: Place;
  tab?: Tab;
  section?: Section;
  /** The whole window: neither rail nor sections, as for signing and the client's eyes. */
  chrome?: "none";
  /** `nothing`: can be shown without an open workspace, too. */
  needs?: "nothing";
  /** What the page asks first: a start that leads to it asks while the page is on its way. */
  asks?: "today" | "list_projects";
  /** With what it asks it; nothing where that is left out. */
  asking?: TodayRequest;
}

// Found, not imported: a feature is one folder, and none of this file has to name it.
const found = import.meta.glob<{ routes: Route[] }>("../features/*/routes.ts", { eager: true });

export const ROUTES = Object.values(found)
  .flatMap((module) => module.routes)
  .map(({ load, ...route }) => ({ ...route, ...lazily(load), match: matcher(route.path) }));

/** The places of the rail, those at its foot last. */
export const PLACES = placesOf(ROUTES);
/** The pages of those places that have several, in order. */
export const TABS = tabsOf(ROUTES);
/** The sections of a project by group, in order. */
export const GROUPS = groupsOf(ROUTES);
/** The sections of a project in one row. */
export const SECTIONS = GROUPS.flatMap(({ sections }) => sections);

function matcher(path: string): (at: string) => Params | null {
  const parts = path.split("/");
  return (at) => {
    const given = at.split("/");
    if (given.length !== parts.length) return null;
    const params: Params = {};
    for (const [index, part] of parts.entries()) {
      const value = given[index] ?? "";
      if (part.startsWith(":")) params[part.slice(1)] = decodeURIComponent(value);
      else if (part !== value) return null;
    }
    return params;
  };
}

/** Puts parameters into a path. */
export function to(path: string, params: Params = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
}

export function navigate(path: string): void {
  window.location.hash = path;
}

let visits = 0;

/** As {@link navigate}, and the page begins anew even when it is there already: for a record asked for by name. */
export function visit(path: string): void {
  visits += 1;
  if (window.location.hash.slice(1) === path) window.dispatchEvent(new HashChangeEvent("hashchange"));
  else navigate(path);
}

function subscribe(heard: () => void): () => void {
  window.addEventListener("hashchange", heard);
  return () => window.removeEventListener("hashchange", heard);
}

/** Where the window is: a path without the hash, what follows a question mark, both, and the visit it came by. */
export function useLocation(): { path: string; query: URLSearchParams; whole: string; visit: number } {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash.slice(1));
  const by = useSyncExternalStore(subscribe, () => visits);
  const whole = hash || HOME;
  const [path = "", query = ""] = whole.split("?");
  return { path, query: new URLSearchParams(query), whole, visit: by };
}

export function routeAt(path: string) {
  for (const route of ROUTES) {
    const params = route.match(path);
    if (params) return { route, params };
  }
  return undefined;
}

// Where the window can be. Each feature names its own places in `features/<noun>/routes.ts`; this file collects them.
import { useSyncExternalStore, type ComponentType } from "react";
import type { IconName } from "@/design/icons";
import type { MessageId } from "@/i18n";
import { lazily } from "./lazily";

export type Params = Record<string, string>;
export interface PageProperties {
  params: Params;
}

export interface Route {
  /** `/projects/:project/scope` */
  path: string;
  load: () => Promise<{ default: ComponentType<PageProperties> }>;
  /** Stands on the rail. `key` is pressed after g. */
  place?: { order: number; label: MessageId; icon: IconName; key: string };
  /** Stands in a project's second list. */
  section?: { order: number; label: MessageId; key: string };
  /** The whole window: neither rail nor sections, as for signing and the client's eyes. */
  chrome?: "none";
  /** `nothing`: can be shown without an open workspace, too. */
  needs?: "nothing";
  /** What the page asks first, without parameters: a start that leads to it asks while the page is on its way. */
  asks?: "today" | "list_projects";
}

const found = import.meta.glob<{ routes: Route[] }>("../features/*/routes.ts", { eager: true });

export const ROUTES = Object.values(found)
  .flatMap((module) => module.routes)
  .map(({ load, ...route }) => ({ ...route, ...lazily(load), match: matcher(route.path) }));

export const PLACES = ROUTES.flatMap(({ path, place }) => (place ? [{ path, ...place }] : [])).sort((a, b) => a.order - b.order);
export const SECTIONS = ROUTES.flatMap(({ path, section }) => (section ? [{ path, ...section }] : [])).sort((a, b) => a.order - b.order);

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

const HOME = "/today";

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

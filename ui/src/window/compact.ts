// Whether the window has little room: as wide as its own measure says, so that large text makes it small, too.
import { useSyncExternalStore } from "react";

/** Below 1180 px a project's sections are a bar above its pages, and the rail has no words. */
const COMPACT = "(max-width: 1179.98px)";

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(COMPACT);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** `compact` below 1180 px. */
export const useRoom = (): "compact" | "wide" => (useSyncExternalStore(subscribe, () => window.matchMedia(COMPACT).matches) ? "compact" : "wide");

import { useKeys } from "@/design/keys";
import { HOME, isManual, manualAt } from "@/window/places";
import { navigate, routeAt, useLocation } from "@/window/routes";
import { FIRST, KEYS, pageOfPlace } from "./pages";

/** `?` opens the keyboard map, F1 the page for where one is. A page for the client's eyes has keys of its own. */
export function useHelpKeys(workspace: "open" | "closed"): void {
  const { path, query } = useLocation();
  const route = routeAt(path)?.route;
  const shown = workspace === "open" || route?.needs === "nothing" ? route : undefined;
  const open = (page: string) => {
    const from = isManual(path) ? query.get("from") : window.location.hash.slice(1) || HOME;
    navigate(manualAt(page, { from }));
  };
  const own = shown?.chrome === "none";
  useKeys({
    "?": own ? undefined : () => open(KEYS),
    F1: own || (shown && isManual(path)) ? undefined : () => open((shown && pageOfPlace(shown.path)) ?? FIRST),
  });
}

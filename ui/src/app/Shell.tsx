import { Suspense, useEffect, useState } from "react";
import { useCommand } from "@/api/useCommand";
import { ProjectAtHand } from "@/design/reading";
import { useKeys } from "@/design/keys";
import { useSearchKey } from "@/features/search/key";
import { forgetViewed, rememberViewed } from "@/features/search/recent";
import { TourCard } from "@/features/tour/TourCard";
import { useRoom } from "@/window/compact";
import { lazily } from "@/window/lazily";
import { HOME } from "@/window/places";
import { navigate, PLACES, routeAt, SECTIONS, TABS, to, useLocation } from "@/window/routes";
import { useLock } from "@/window/session";
import { Keeper } from "./Keeper";
import { Outlet } from "./Outlet";
import { Rail } from "./Rail";
import { SectionBar, SectionList } from "./Sections";
import { Tabs } from "./Tabs";
import { TopBar } from "./TopBar";

const Palette = lazily(() => import("@/features/search/Palette")).Part;

/** The window with an open workspace: the rail of places, the bar at the top, a project's sections, and the page. */
export function Shell() {
  const { path } = useLocation();
  const at = routeAt(path);
  const project = at?.params["project"];
  const lock = useLock();
  const room = useRoom();
  const [searching, setSearching] = useState(false);
  const isWhole = at?.route.chrome === "none";

  useFrameKeys(project, isWhole ? "whole" : "framed");
  // On a page for the client's eyes nothing else is looked for.
  useSearchKey(() => setSearching(!isWhole));
  useRemembering();

  const page = (
    <ProjectAtHand value={project ?? null}>
      <Keeper />
      {at && <Outlet path={path} at={at} />}
    </ProjectAtHand>
  );
  // Nothing but the person's own work is before a client.
  if (isWhole) return page;
  const sections = at?.route.section !== undefined ? project : undefined;
  return (
    <div className={sections !== undefined && room === "wide" ? "shell shell-project" : "shell"} data-room={room}>
      <Rail path={path} onLock={lock} />
      {sections !== undefined && room === "wide" && <SectionList project={sections} path={path} />}
      <div className="area">
        <TopBar onSearch={() => setSearching(true)} />
        {sections !== undefined && room === "compact" && <SectionBar key={sections} project={sections} path={path} />}
        <Tabs path={path} />
        <main className="work">
          {page}
          {!at && <NoSuchPlace />}
        </main>
        <TourCard />
      </div>
      {searching && (
        <Suspense fallback={null}>
          <Palette project={project} onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** A page that needs no workspace, shown before one is open. */
export function Visitor() {
  const { path } = useLocation();
  const at = routeAt(path);
  if (!at) return <NoSuchPlace />;
  return (
    <div className="area">
      <TopBar />
      <main className="work">
        <Outlet path={path} at={at} />
      </main>
    </div>
  );
}

/** The keys that are heard on every page. Before a client's eyes none leads to a page of the person's own. */
function useFrameKeys(project: string | undefined, shown: "framed" | "whole"): void {
  // Before a client's eyes no act is named, and what would have to be asked for is left as it is.
  const manner = shown === "whole" ? ({ failures: "inline", toast: "quiet" } as const) : {};
  const undo = useCommand("undo", manner);
  const redo = useCommand("redo", manner);
  const goes = [
    ...[...PLACES, ...TABS].map(({ key, path }) => [key, path] as const),
    ...(project === undefined ? [] : SECTIONS.map(({ key, path }) => [key, to(path, { project })] as const)),
  ];
  useKeys({
    // Within a project, its own acts: what was done in another is not in view.
    "mod+z": () => void undo.run({ project }),
    "mod+shift+z": () => void redo.run({ project }),
    "mod+y": () => void redo.run({ project }),
    ...(shown === "whole" ? {} : Object.fromEntries(goes.flatMap(([key, path]) => (key === undefined ? [] : [[`g ${key}`, () => navigate(path)]])))),
  });
}

/** Remembers the pages that are looked at, for as long as the workspace is open. */
function useRemembering(): void {
  const { path, whole } = useLocation();
  useEffect(() => {
    const at = routeAt(path);
    const label = at?.route.section?.label ?? at?.route.place?.label ?? at?.route.tab?.label;
    if (label !== undefined && whole === path) rememberViewed({ is: "place", path, label, project: at?.params["project"] });
  }, [path, whole]);
  useEffect(() => forgetViewed, []);
}

function NoSuchPlace() {
  useEffect(() => navigate(HOME), []);
  return null;
}

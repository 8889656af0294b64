import { Suspense, useEffect, useState, type ReactNode } from "react";
import { host } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { searchKey, useSearchKey } from "@/features/search/key";
import { forgetViewed, rememberViewed } from "@/features/search/recent";
import { Icon, Logo, Skeleton, StageStrip, sideOf } from "@/design";
import { mainLanguage, T, useDisplay, useT, words } from "@/i18n";
import { ErrorBoundary } from "./ErrorBoundary";
import { Keeper } from "./Keeper";
import { useKeys } from "./keys";
import { lazily } from "./lazily";
import { navigate, PLACES, routeAt, SECTIONS, to, useLocation } from "./routes";
import { useLock } from "./session";

const Palette = lazily(() => import("@/features/search/Palette")).Part;

/** The window with an open workspace: the rail of places, a project's sections, and the page. */
export function Shell() {
  const { path } = useLocation();
  const at = routeAt(path);
  const project = at?.params["project"];
  const lock = useLock();
  const [searching, setSearching] = useState(false);
  const undo = useCommand("undo");
  const redo = useCommand("redo");

  useKeys({
    "mod+z": () => void undo.run({}),
    "mod+shift+z": () => void redo.run({}),
    "mod+y": () => void redo.run({}),
    // Before a client's eyes no key leads to a page of her own.
    ...(at?.route.chrome === "none" ? {} : Object.fromEntries(PLACES.map((place) => [`g ${place.key}`, () => navigate(place.path)]))),
    ...(project && at.route.chrome !== "none" ? Object.fromEntries(SECTIONS.map((section) => [`g ${section.key}`, () => navigate(to(section.path, { project }))])) : {}),
  });

  const isWhole = at?.route.chrome === "none";
  // On a page for the client's eyes nothing else is looked for.
  useSearchKey(() => setSearching(!isWhole));
  useRemembering();

  const page = (
    <>
      <Keeper />
      {at && <Outlet path={path} at={at} />}
    </>
  );
  if (isWhole) return page;
  const sections = project !== undefined && at?.route.section !== undefined;
  return (
    <div className={sections ? "shell shell-project" : "shell"}>
      <Rail path={path} onSearch={() => setSearching(true)} onLock={lock} />
      {sections && <Sections project={project} path={path} />}
      <main className="area">
        {page}
        {!at && <NoSuchPlace />}
      </main>
      {searching && (
        <Suspense fallback={null}>
          <Palette project={project} onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** Remembers the pages that are looked at, for as long as the workspace is open. */
function useRemembering(): void {
  const { path, whole } = useLocation();
  useEffect(() => {
    const at = routeAt(path);
    const label = at?.route.section?.label ?? at?.route.place?.label;
    if (label !== undefined && whole === path) rememberViewed({ is: "place", path, label, project: at?.params["project"] });
  }, [path, whole]);
  useEffect(() => forgetViewed, []);
}

/** A page that needs no workspace, shown before one is open. */
export function Visitor() {
  const { path } = useLocation();
  const at = routeAt(path);
  return at ? <Outlet path={path} at={at} /> : <NoSuchPlace />;
}

function Outlet({ path, at }: { path: string; at: NonNullable<ReturnType<typeof routeAt>> }) {
  const { visit } = useLocation();
  return (
    <ErrorBoundary at={path}>
      <Suspense fallback={<Waiting />}>
        <at.route.Part params={at.params} key={`${path} ${visit}`} />
        <Ready />
      </Suspense>
    </ErrorBoundary>
  );
}

/** Shows the window, and tells whoever waits for it that the first screen can be used. */
export function Ready() {
  useEffect(() => {
    host().reveal();
    document.documentElement.dataset["ready"] = "true";
  }, []);
  return null;
}

function Waiting() {
  return (
    <div className="page-body" style={{ paddingTop: 96 }}>
      <Skeleton lines={6} />
    </div>
  );
}

function NoSuchPlace() {
  useEffect(() => navigate("/today"), []);
  return null;
}

function Rail({ path, onSearch, onLock }: { path: string; onSearch: () => void; onLock: () => void }) {
  const t = useT();
  return (
    <nav className="rail" aria-label={t("app-places")}>
      <Logo />
      <button type="button" className="rail-item" title={t("search-open-key", { key: searchKey() })} aria-keyshortcuts="Control+K Meta+K" data-testid="open-search" onClick={onSearch}>
        <Icon name="search" />
        <T id="search-open" />
      </button>
      {PLACES.map((place) => (
        <button
          key={place.path}
          type="button"
          className="rail-item"
          aria-current={path === place.path || path.startsWith(`${place.path}/`) ? "page" : undefined}
          title={t("app-go-to", { place: t(place.label as "app-name"), key: place.key.toUpperCase() })}
          data-testid={`open-${place.path.slice(1)}`}
          onClick={() => navigate(place.path)}
        >
          <Icon name={place.icon} />
          <T id={place.label as "app-name"} />
        </button>
      ))}
      <button type="button" className="rail-item rail-last" data-testid="lock-workspace" onClick={onLock}>
        <Icon name="lock" />
        <T id="app-lock" />
      </button>
    </nav>
  );
}

function Sections({ project, path }: { project: string; path: string }) {
  const t = useT();
  const { view } = useQuery("project_overview", { project });
  const display = useDisplay();
  const title = view && words(view.project.title, mainLanguage(display));
  useEffect(() => {
    if (title !== undefined) document.title = t("app-window-title", { project: title });
    return () => void (document.title = t("app-name"));
  }, [t, title]);
  return (
    <nav className="sections" aria-label={t("app-sections")}>
      <div className="sections-project" data-record>{view ? <ProjectName text={view.project.title} /> : <Skeleton lines={1} />}</div>
      <StageStrip stages={view?.stages ?? []} />
      {SECTIONS.map((section) => {
        const target = to(section.path, { project });
        return (
          <button
            key={section.path}
            type="button"
            className="section-item"
            aria-current={path === target ? "page" : undefined}
            data-testid={`open-${section.label.replace(/^app-section-/, "")}`}
            onClick={() => navigate(target)}
          >
            <T id={section.label as "app-name"} />
          </button>
        );
      })}
    </nav>
  );
}

function ProjectName({ text }: { text: Parameters<typeof sideOf>[0] }): ReactNode {
  const display = useDisplay();
  const first = sideOf(text, mainLanguage(display));
  const second = sideOf(text, "zh");
  return (
    <>
      <b lang={first.lang}>{first.words}</b>
      {display === "both" && second.words !== first.words && <span lang="zh-CN">{second.words}</span>}
    </>
  );
}

import { useEffect, useRef, useState, type ReactNode } from "react";
import { useQuery } from "@/api/useQuery";
import { Icon, Skeleton, StageStrip, sideOf } from "@/design";
import { mainLanguage, T, useDisplay, useT, words } from "@/i18n";
import { barOf } from "@/window/frame";
import { GROUPS, navigate, SECTIONS, to } from "@/window/routes";

interface Properties {
  project: string;
  /** Where the window is. */
  path: string;
}

/** A project's sections beside its pages, in groups. */
export function SectionList({ project, path }: Properties) {
  const t = useT();
  const view = useProjectInTitle(project);
  return (
    <nav className="sections" aria-label={t("app-sections")} data-testid="section-list">
      <div className="sections-project" data-record>{view ? <ProjectName text={view.project.title} /> : <Skeleton lines={1} />}</div>
      <StageStrip stages={view?.stages ?? []} />
      {GROUPS.map(({ name, head, sections }) => (
        <div key={name} className="sections-group" role="group" aria-labelledby={head && `sections-${name}`} data-testid={`sections-${name}`}>
          {head && (
            <div className="sections-head" id={`sections-${name}`}>
              <T id={head} />
            </div>
          )}
          {sections.map((section) => (
            <SectionItem key={section.path} section={section} project={project} path={path} />
          ))}
        </div>
      ))}
    </nav>
  );
}

/** A project's sections in one line above its pages, for a window with little room. */
export function SectionBar({ project, path }: Properties) {
  const t = useT();
  const view = useProjectInTitle(project);
  const { shown, more } = barOf(SECTIONS);
  return (
    <nav className="section-bar" aria-label={t("app-sections")} data-testid="section-bar">
      <div className="section-bar-project" data-record>{view && <ProjectName text={view.project.title} />}</div>
      <div className="section-bar-row">
        {shown.map((section) => (
          <SectionItem key={section.path} section={section} project={project} path={path} />
        ))}
        {more.length > 0 && <More sections={more} project={project} path={path} />}
      </div>
    </nav>
  );
}

/** The project, whose name stands in the window's title while its sections are shown. */
function useProjectInTitle(project: string) {
  const t = useT();
  const { view } = useQuery("project_overview", { project });
  const display = useDisplay();
  const title = view && words(view.project.title, mainLanguage(display));
  useEffect(() => {
    if (title !== undefined) document.title = t("app-window-title", { project: title });
    return () => void (document.title = t("app-name"));
  }, [t, title]);
  return view;
}

function SectionItem({ section, project, path, onChosen }: Properties & { section: (typeof SECTIONS)[number]; onChosen?: () => void }) {
  const target = to(section.path, { project });
  return (
    <button
      type="button"
      className="section-item"
      aria-current={path === target ? "page" : undefined}
      data-testid={`open-${section.path.split("/").at(-1) ?? ""}`}
      onClick={() => {
        onChosen?.();
        navigate(target);
      }}
    >
      <T id={section.label} />
      {section.useWaiting && <Waiting useWaiting={section.useWaiting} project={project} />}
    </button>
  );
}

/** How much waits in a section; nothing where nothing does. */
function Waiting({ useWaiting, project }: { useWaiting: (project: string) => number | undefined; project: string }) {
  const t = useT();
  const count = useWaiting(project) ?? 0;
  if (count === 0) return null;
  return (
    <span className="section-waiting" data-testid="section-waiting">
      <span aria-hidden>{count}</span>
      <span className="hidden-text">{t("app-waiting", { count })}</span>
    </span>
  );
}

/** The sections for which the bar has no room. */
function More({ sections, project, path }: Properties & { sections: readonly (typeof SECTIONS)[number][] }) {
  const [shown, setShown] = useState<"open" | "closed">("closed");
  const whole = useRef<HTMLDivElement>(null);
  const close = () => setShown("closed");
  useEffect(() => {
    if (shown === "closed") return;
    const beside = (event: Event) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) close();
    };
    document.addEventListener("pointerdown", beside);
    document.addEventListener("focusin", beside);
    return () => {
      document.removeEventListener("pointerdown", beside);
      document.removeEventListener("focusin", beside);
    };
  }, [shown]);
  const current = sections.find((section) => path === to(section.path, { project }));
  return (
    <div
      ref={whole}
      className="section-more"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || shown === "closed") return;
        event.stopPropagation();
        close();
        whole.current?.querySelector("button")?.focus();
      }}
    >
      <button
        type="button"
        className="section-item"
        aria-expanded={shown === "open"}
        aria-current={current ? "true" : undefined}
        data-testid="more-sections"
        onClick={() => setShown(shown === "open" ? "closed" : "open")}
      >
        <T id={current?.label ?? "app-more"} />
        <Icon name="down" />
      </button>
      {shown === "open" && (
        <div className="section-more-list" data-open data-testid="more-sections-list">
          {sections.map((section) => (
            <SectionItem key={section.path} section={section} project={project} path={path} onChosen={close} />
          ))}
        </div>
      )}
    </div>
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

import { useEffect, useState } from "react";
import type { Today as View } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { Button, DateText, EmptyState, Failure, Page, Short, Skeleton, weekday } from "@/design";
import { mainLanguage, T, useDisplay } from "@/i18n";
import { projectsAt } from "@/window/places";
import { navigate, type PageProperties } from "@/window/routes";
import { useWorkspace } from "@/window/session";
import { Lines } from "./Lines";
import { leftToday, lookedAt } from "./looked";
import { Noticed } from "./Noticed";
import { ALL, FIRST } from "./request";
import { Watch } from "./Watch";
import "./today.css";

/** Everything that needs the person, over all projects; computed, never typed. */
export default function Today(_: PageProperties) {
  const file = useWorkspace().open?.path;
  const [all, setAll] = useState<"yes" | "no">("no");
  // What she saw when she came in is what has changed since; not what she does while she looks.
  const [since] = useState(() => lookedAt(file));
  useEffect(() => () => leftToday(file), [file]);
  const { view, failure } = useQuery("today", { ...(all === "yes" ? ALL : FIRST), ...(since !== undefined && { since }) }, { while: "last" });
  const language = mainLanguage(useDisplay());
  return (
    <Page
      testid="page-today"
      title={
        <>
          <T id="today-title" />
          {view && (
            <span className="today-when">
              <DateText date={view.today} /> <span data-record>{weekday(view.today, language)}</span> · <Short id="today-projects" args={{ count: view.projects }} />
            </span>
          )}
        </>
      }
    >
      <Failure failure={failure} />
      {view ? <Board view={view} all={all} onAll={() => setAll(all === "yes" ? "no" : "yes")} /> : !failure && <Skeleton lines={8} />}
    </Page>
  );
}

function Board({ view, all, onAll }: { view: View; all: "yes" | "no"; onAll: () => void }) {
  if (view.projects === 0) {
    return (
      <EmptyState
        title="today-no-project"
        hint="today-no-project-hint"
        testid="today-empty"
        action={<Button label="project-new" look="primary" testid="new-project" onClick={() => navigate(projectsAt("new"))} />}
      />
    );
  }
  return (
    <div className="today-columns">
      <div>
        <Lines items={view.items} count={view.item_count} next={view.next} postponed={view.postponed} all={all} onAll={onAll} />
        <Noticed notices={view.notices} all={all} onAll={onAll} />
      </div>
      <Watch view={view} />
    </div>
  );
}

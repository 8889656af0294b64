import { useMemo } from "react";
import type { KeptRecord } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { type Column, DataTable, EmptyState, Failure, Name, Skeleton } from "@/design";
import { T, useT } from "@/i18n";
import { registerAt } from "@/window/places";
import { navigate } from "@/window/routes";

type Lesson = Extract<KeptRecord, { kind: "lesson" }>;

/** What was learned in every project; each stands in the register of the project that it comes from. */
export function Lessons() {
  const t = useT();
  const { view, failure } = useQuery("list_records", { project: null, kinds: ["lesson"] });
  const { view: projects, failure: unread } = useQuery("list_projects", {});
  const lessons = useMemo(() => (view?.records ?? []).filter((record): record is Lesson => record.kind === "lesson"), [view]);
  if (failure ?? unread) return <Failure failure={failure ?? unread} />;
  if (!view || !projects) return <Skeleton lines={6} />;
  const lines = new Map(projects.projects.map((line) => [line.project.id, line.project]));
  const projectOf = (lesson: Lesson) => lines.get(lesson.project);
  const columns: Column<Lesson>[] = [
    {
      id: "text", title: <T id="library-lesson" />, width: "minmax(0, 3fr)", plain: ({ title, text }) => `${title.en.words}\t${title.zh.words}\t${text.en.words}\t${text.zh.words}`,
      render: ({ text, title }) => <Name text={text.en.words || text.zh.words ? text : title} />,
    },
    { id: "tags", title: <T id="register-field-tags" />, width: "minmax(0, 1fr)", plain: ({ tags }) => tags.join(", "), render: ({ tags }) => <span data-record className="small">{tags.join(", ")}</span> },
    {
      id: "project", title: <T id="library-lesson-project" />, width: "minmax(0, 2fr)", plain: (lesson) => `${projectOf(lesson)?.title.en.words ?? ""}\t${projectOf(lesson)?.title.zh.words ?? ""}`,
      render: (lesson) => { const project = projectOf(lesson); return project && <Name text={project.title} />; },
    },
    { id: "source", title: <T id="register-field-source" />, width: "72px", plain: ({ source }) => source, render: ({ source }) => <span data-record className="faint small">{source}</span> },
  ];
  const show = (lesson: Lesson) => navigate(registerAt(lesson.project, lesson.id));
  return (
    <DataTable
      testid="lessons"
      label={t("library-lessons")}
      rows={lessons}
      columns={columns}
      idOf={({ id }) => id}
      rowsAlign="top"
      onSelect={show}
      onOpen={show}
      empty={<EmptyState title="library-lessons-none" hint="library-lessons-hint" testid="lessons-none" />}
    />
  );
}

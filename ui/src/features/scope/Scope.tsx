import { useState } from "react";
import type { Hole, ScopeMatrix } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { useLocation, type PageProperties } from "@/window/routes";
import { Button, EmptyState, Failure, Icon, Page, Segments, Skeleton } from "@/design";
import { Menu } from "@/design/Menu";
import { T, useT } from "@/i18n";
import { HoleChips } from "./HoleChips";
import { ImportDialog } from "./ImportDialog";
import { MatrixExport } from "./MatrixExport";
import { CriteriaTable, DeliverablesTable, RequirementsTable } from "./tables";
import { type Tab, tabOf } from "./rows";
import { ScopePanel, type Shown } from "./ScopePanel";
import "./scope.css";

/** Which list a record asked for by its id stands in. */
function find(matrix: ScopeMatrix, id: string | null): Shown | null {
  if (matrix.requirements.some(({ requirement }) => requirement.id === id)) return { is: "requirement", id };
  if (matrix.deliverables.some(({ deliverable }) => deliverable.id === id)) return { is: "deliverable", id };
  if (matrix.criteria.some(({ criterion }) => criterion.id === id)) return { is: "criterion", id };
  return matrix.chapters.some((chapter) => chapter.id === id) ? { is: "chapter", id } : null;
}

const TAB: Record<Shown["is"], Tab> = { requirement: "requirements", deliverable: "deliverables", criterion: "criteria", chapter: "criteria" };

/** What was asked for, what answers it and what proves it; and where the chain has holes. */
export default function Scope({ params }: PageProperties) {
  const project = params["project"] ?? "";
  const { view, failure } = useQuery("scope_matrix", { project });
  return view ? (
    <Matrix project={project} view={view} />
  ) : (
    <Page testid="page-scope" title={<T id="scope-title" />}>
      <Failure failure={failure} />
      {!failure && <Skeleton lines={10} />}
    </Page>
  );
}

function Matrix({ project, view }: { project: string; view: ScopeMatrix }) {
  const t = useT();
  const { query } = useLocation();
  const [shown, setShown] = useState<Shown | null>(() => find(view, query.get("record")));
  const [tab, setTab] = useState<Tab>(shown ? TAB[shown.is] : "requirements");
  const [hole, setHole] = useState<Hole | null>(null);
  const [importing, setImporting] = useState(false);
  const close = () => setShown(null);
  const choose = (next: Hole | null) => {
    setHole(next);
    const list = next && tabOf(next, view);
    if (list) setTab(list);
  };
  const add = (is: Shown["is"]) => {
    setShown({ is, id: null });
    setTab(TAB[is]);
  };
  const tools = (
    <Segments
      label={t("scope-view")}
      value={tab}
      onChange={(next) => {
        setTab(next);
        close();
      }}
      options={[
        { value: "requirements", label: <T id="scope-requirements" /> },
        { value: "deliverables", label: <T id="scope-deliverables" /> },
        { value: "criteria", label: <T id="scope-criteria" /> },
      ]}
      testid="scope-view"
    />
  );
  const empty = (
    <EmptyState title="scope-empty" hint="scope-empty-hint" testid="scope-empty" action={<Button label="scope-import" look="primary" testid="scope-import-first" onClick={() => setImporting(true)} />} />
  );
  const shared = { project, view, hole, selected: shown?.id ?? null, tools, empty };
  return (
    <Page
      testid="page-scope"
      body="fill"
      title={<T id="scope-title" />}
      actions={
        <>
          <MatrixExport project={project} />
          <Button label="scope-import" testid="scope-import" onClick={() => setImporting(true)} />
          <Menu
            items={(["requirement", "deliverable", "criterion", "chapter"] as const).map((is) => ({ key: is, label: <span data-testid={`scope-add-${is}`}><T id={`scope-add-${is}`} /></span> }))}
            onChoose={(key) => add(key as Shown["is"])}
          >
            <button type="button" className="button button-primary" data-testid="scope-add">
              <Icon name="plus" />
              <T id="app-add" />
            </button>
          </Menu>
        </>
      }
      panel={shown && <ScopePanel key={`${shown.is}-${shown.id ?? "new"}`} project={project} view={view} shown={shown} onShow={setShown} onClose={close} />}
    >
      <HoleChips counts={view.holes} chosen={hole} onChoose={choose} />
      {tab === "requirements" && <RequirementsTable {...shared} onSelect={(id) => setShown({ is: "requirement", id })} />}
      {tab === "deliverables" && <DeliverablesTable {...shared} onSelect={(id) => setShown({ is: "deliverable", id })} />}
      {tab === "criteria" && <CriteriaTable {...shared} onSelect={(id) => setShown({ is: "criterion", id })} onChapter={(id) => setShown({ is: "chapter", id })} />}
      {importing && <ImportDialog project={project} onClose={() => setImporting(false)} />}
    </Page>
  );
}

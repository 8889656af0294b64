import { useMemo } from "react";
import type { CriterionRow, DeliverableRow, DeliverableState, Hole, RequirementRow, ScopeMatrix } from "@/api/generated/api";
import { Bilingual, type Column, DataTable, DateText, Icon, MarkTag, Name, Recorded, Short, Tag, type Tone } from "@/design";
import { idOf, T, useT } from "@/i18n";
import { holeName } from "./HoleChips";
import { useManyCriteria, useManyDeliverables, useManyRequirements } from "./many";
import { deliverablesOf, type LinkEnd, proof, requirementsOf, toCriteria, toDeliverables, withHole } from "./rows";

interface Properties {
  project: string;
  view: ScopeMatrix;
  hole: Hole | null;
  selected: string | null;
  onSelect: (id: string) => void;
  tools: React.ReactNode;
  empty: React.ReactNode;
}

/** The numbers at the other end; a suspect link carries a sign and its word. */
function Ends({ ends }: { ends: LinkEnd[] }) {
  const t = useT();
  if (ends.length === 0) return <i className="hole-cell" role="img" aria-label={t("scope-links-none")} title={t("scope-links-none")} />;
  return (
    <span className="ends">
      {ends.map((end) => (
        <span key={end.link} data-record className={end.trust === "suspect" ? "end end-suspect" : "end"} title={end.trust === "suspect" ? t("scope-link-suspect") : undefined}>
          {end.trust === "suspect" && <Icon name="warning" />}
          {end.number}
        </span>
      ))}
    </span>
  );
}

function Holes({ holes }: { holes: Hole[] }) {
  return (
    <span className="row-holes">
      {holes.map((hole) => (
        <small key={hole}>
          <Short id={holeName(hole)} />
        </small>
      ))}
    </span>
  );
}

const numbers = (ends: LinkEnd[]) => ends.map((end) => end.number).join(" ");
const plainText = (text: RequirementRow["requirement"]["title"]) => `${text.en.words} ${text.zh.words}`;

export function RequirementsTable({ project, view, hole, selected, onSelect, tools, empty }: Properties) {
  const t = useT();
  const choosing = useManyRequirements(project, view);
  const criteria = useMemo(() => new Map(view.criteria.map((row) => [row.criterion.id, row])), [view]);
  const columns: Column<RequirementRow>[] = [
    {
      id: "number", title: <Short id="scope-column-number" />, width: "56px", plain: ({ requirement }) => requirement.number, sort: (a, b) => a.requirement.number.localeCompare(b.requirement.number),
      render: ({ requirement }) => <span data-record className="faint small" data-testid={`scope-requirement-${requirement.number}`}>{requirement.number}</span>,
    },
    { id: "title", title: <T id="scope-column-requirement" />, width: "minmax(0, 1fr)", plain: ({ requirement }) => plainText(requirement.title), render: ({ requirement }) => <Bilingual text={requirement.title} /> },
    { id: "deliverables", title: <Short id="scope-column-deliverables" />, width: "86px", plain: (row) => numbers(toDeliverables(row)), render: (row) => <Ends ends={toDeliverables(row)} /> },
    { id: "criteria", title: <Short id="scope-column-criteria" />, width: "70px", plain: (row) => numbers(toCriteria(row)), render: (row) => <Ends ends={toCriteria(row)} /> },
    {
      id: "evidence", title: <Short id="scope-column-evidence" />, width: "64px", align: "number", plain: (row) => String(proof(row, criteria)?.evidence ?? ""),
      render: (row) => {
        const evidence = proof(row, criteria)?.evidence ?? 0;
        return evidence > 0 ? <Recorded>{evidence}</Recorded> : <i className="hole-cell" role="img" aria-label={t("scope-hole-no-evidence")} title={t("scope-hole-no-evidence")} />;
      },
    },
    {
      id: "mark", title: <Short id="scope-column-mark" />, width: "112px", plain: (row) => row.holes.map((each) => t(holeName(each))).join(" "),
      render: (row) => {
        const proved = proof(row, criteria);
        return (
          <>
            {proved && <MarkTag mark={proved.mark} />}
            <Holes holes={row.holes} />
          </>
        );
      },
    },
  ];
  return (
    <div className="scope-list">
      <DataTable
        testid="scope-requirements"
        label={t("scope-requirements")}
        rows={withHole(view.requirements, hole)}
        columns={columns}
        idOf={({ requirement }) => requirement.id}
        selected={selected}
        onSelect={({ requirement }) => onSelect(requirement.id)}
        rowsAlign="top"
        choosing={choosing}
        tools={tools}
        empty={view.requirements.length === 0 ? empty : undefined}
      />
    </div>
  );
}

const STATES: Record<DeliverableState, Tone> = { in_progress: "plain", late: "crimson", handed_over: "blue", accepted_with_remark: "amber", accepted: "jade" };

export function DeliverablesTable({ project, view, hole, selected, onSelect, tools, empty }: Properties) {
  const t = useT();
  const choosing = useManyDeliverables(project, view);
  const stateName = (state: DeliverableState) => idOf("scope-state", state);
  const columns: Column<DeliverableRow>[] = [
    {
      id: "number", title: <Short id="scope-column-number" />, width: "50px", plain: ({ deliverable }) => deliverable.number, sort: (a, b) => a.deliverable.number.localeCompare(b.deliverable.number),
      render: ({ deliverable }) => <span data-record className="faint small" data-testid={`scope-deliverable-${deliverable.number}`}>{deliverable.number}</span>,
    },
    { id: "title", title: <T id="scope-column-deliverable" />, width: "minmax(0, 1fr)", plain: ({ deliverable }) => plainText(deliverable.title), render: ({ deliverable }) => <Bilingual text={deliverable.title} /> },
    { id: "criteria", title: <Short id="scope-column-criteria" />, width: "90px", plain: (row) => numbers(toCriteria(row)), render: (row) => <Ends ends={toCriteria(row)} /> },
    { id: "due", title: <Short id="scope-column-due" />, width: "94px", plain: ({ deliverable }) => deliverable.due ?? "", sort: (a, b) => (a.deliverable.due ?? "").localeCompare(b.deliverable.due ?? ""), render: ({ deliverable }) => deliverable.due && <DateText date={deliverable.due} /> },
    {
      id: "state", title: <Short id="scope-column-state" />, width: "150px", plain: (row) => t(stateName(row.state)),
      render: (row) => (
        <>
          <Tag tone={STATES[row.state]} icon={row.state === "late" ? "warning" : row.state === "accepted" ? "check" : undefined} label={stateName(row.state)} />
          <Holes holes={row.holes} />
        </>
      ),
    },
  ];
  return (
    <div className="scope-list">
      <DataTable
        testid="scope-deliverables"
        label={t("scope-deliverables")}
        rows={withHole(view.deliverables, hole)}
        columns={columns}
        idOf={({ deliverable }) => deliverable.id}
        selected={selected}
        onSelect={({ deliverable }) => onSelect(deliverable.id)}
        rowsAlign="top"
        choosing={choosing}
        tools={tools}
        empty={view.deliverables.length === 0 ? empty : undefined}
      />
    </div>
  );
}

export function CriteriaTable({ project, view, hole, selected, onSelect, onChapter, tools, empty }: Properties & { onChapter: (id: string) => void }) {
  const t = useT();
  const choosing = useManyCriteria(project, view);
  const columns: Column<CriterionRow>[] = [
    {
      id: "number", title: <Short id="scope-column-number" />, width: "44px", plain: ({ criterion }) => criterion.number,
      render: ({ criterion }) => <span data-record className="faint small" data-testid={`scope-criterion-${criterion.number}`}>{criterion.number}</span>,
    },
    { id: "text", title: <T id="scope-column-criterion" />, width: "minmax(0, 1fr)", plain: ({ criterion }) => plainText(criterion.text), render: ({ criterion }) => <Bilingual text={criterion.text} /> },
    {
      id: "trace", title: <Short id="scope-column-requirement" />, width: "84px", plain: ({ criterion }) => numbers([...requirementsOf(view, criterion.id), ...deliverablesOf(view, criterion.id)]),
      render: ({ criterion }) => <Ends ends={[...requirementsOf(view, criterion.id), ...deliverablesOf(view, criterion.id)]} />,
    },
    { id: "evidence", title: <Short id="scope-column-evidence" />, width: "60px", align: "number", plain: (row) => String(row.evidence), render: (row) => <Recorded>{row.evidence}</Recorded> },
    {
      id: "mark", title: <Short id="scope-column-mark" />, width: "112px", plain: (row) => row.mark,
      render: (row) => (
        <>
          <MarkTag mark={row.mark} />
          <Holes holes={row.holes} />
        </>
      ),
    },
  ];
  const chapters = new Map(view.chapters.map((chapter) => [chapter.id, chapter]));
  return (
    <div className="scope-list">
      <DataTable
        testid="scope-criteria"
        label={t("scope-criteria")}
        rows={withHole(view.criteria, hole)}
        columns={columns}
        idOf={({ criterion }) => criterion.id}
        selected={selected}
        onSelect={({ criterion }) => onSelect(criterion.id)}
        groupOf={({ criterion }) => criterion.chapter}
        renderGroup={(id) => {
          const chapter = chapters.get(id);
          return (
            chapter && (
              <>
                <span>
                  <span data-record>{chapter.position} · </span>
                  <Name text={chapter.title} />
                </span>
                <button type="button" className="push faint small" data-testid={`scope-chapter-${chapter.position}`} onClick={() => onChapter(id)}>
                  <Short id="app-edit" />
                </button>
              </>
            )
          );
        }}
        rowsAlign="top"
        choosing={choosing}
        tools={tools}
        empty={view.criteria.length === 0 ? empty : undefined}
      />
    </div>
  );
}

import { useMemo } from "react";
import type { CriterionLine, RoundView } from "@/api/generated/api";
import { Bilingual, type Column, DataTable, EmptyState, MarkTag, Name, Recorded, Short } from "@/design";
import { T, useDisplay, useT } from "@/i18n";
import { useManyCriteria } from "./many";

interface Properties {
  view: RoundView;
  selected: string | null;
  onSelect: (criterion: string) => void;
  tools: React.ReactNode;
}

const MARK = { passed: "mark-passed", passed_with_remark: "mark-passed-with-remark", failed: "mark-failed", not_tested: "mark-not-tested" } as const;

/** The criteria of a round by chapter, both languages joined. */
export function CriteriaTable({ view, selected, onSelect, tools }: Properties) {
  const t = useT();
  const choosing = useManyCriteria(view);
  const joined = useDisplay() === "both";
  const lines = useMemo(() => view.chapters.flatMap((chapter) => chapter.criteria), [view]);
  const chapters = useMemo(() => new Map(view.chapters.map((each) => [each.chapter.id, each])), [view]);
  const columns: Column<CriterionLine>[] = [
    {
      id: "number", title: <Short id="acceptance-column-number" />, width: "40px", plain: ({ criterion }) => criterion.number,
      render: ({ criterion }) => (
        <span className="faint small" data-record data-testid={`acceptance-criterion-${criterion.number}`}>
          {criterion.number}
        </span>
      ),
    },
    {
      id: "text", title: <T id="acceptance-column-criterion" />, width: "minmax(0, 1fr)", plain: ({ criterion }) => `${criterion.text.en.words}\t${criterion.text.zh.words}`,
      render: ({ criterion }) => <Bilingual text={criterion.text} as="display" />,
    },
    {
      id: "evidence", title: <Short id="acceptance-column-evidence" />, width: "72px", plain: (line) => String(line.evidence),
      render: (line) => (
        <span className="small quiet">
          <Short id="acceptance-evidence-count" args={{ count: line.evidence }} />
          {line.evidence_expired > 0 && (
            <span className="acceptance-expired">
              <Short id="acceptance-evidence-expired" args={{ count: line.evidence_expired }} />
            </span>
          )}
        </span>
      ),
    },
    {
      id: "mark", title: <Short id="acceptance-column-mark" />, width: "92px", plain: (line) => t(MARK[line.mark]),
      render: (line) => (
        <>
          <MarkTag mark={line.mark} />
          {line.open_issue && <Recorded className="acceptance-issue-number">{line.open_issue}</Recorded>}
        </>
      ),
    },
  ];
  return (
    <div className={joined ? "acceptance-list acceptance-list-joined" : "acceptance-list"}>
      <DataTable
        testid="acceptance-criteria"
        label={t("acceptance-view-criteria")}
        rows={lines}
        columns={columns}
        idOf={({ criterion }) => criterion.id}
        selected={selected}
        onSelect={({ criterion }) => onSelect(criterion.id)}
        groupOf={({ criterion }) => criterion.chapter}
        renderGroup={(id) => {
          const chapter = chapters.get(id);
          if (!chapter) return null;
          const { tally } = chapter;
          return (
            <>
              <span>
                <span data-record>{chapter.chapter.position} · </span>
                <Name text={chapter.chapter.title} />
              </span>
              <span className="push faint small acceptance-chapter-count">
                <Short id="acceptance-chapter-passed" args={{ passed: tally.passed + tally.passed_with_remark, total: chapter.criteria.length }} />
              </span>
            </>
          );
        }}
        rowsAlign="top"
        choosing={choosing}
        tools={tools}
        empty={lines.length === 0 ? <EmptyState title="acceptance-no-criteria" hint="acceptance-no-criteria-hint" testid="acceptance-no-criteria" /> : undefined}
      />
    </div>
  );
}

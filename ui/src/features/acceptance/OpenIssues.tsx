import type { OpenIssueView, RoundView } from "@/api/generated/api";
import { Bilingual, Button, type Column, DataTable, DateText, EmptyState, Name, Recorded, Short, Tag } from "@/design";
import { T, useT } from "@/i18n";
import { useManyIssues } from "./many";

interface Properties {
  view: RoundView;
  selected: string | null;
  onSelect: (id: string) => void;
  onAdd: () => void;
  tools: React.ReactNode;
}

/** What is left to do after acceptance: owner, day, and whether it blocks. */
export function OpenIssues({ view, selected, onSelect, onAdd, tools }: Properties) {
  const t = useT();
  const choosing = useManyIssues(view);
  const columns: Column<OpenIssueView>[] = [
    {
      id: "number", title: <Short id="acceptance-issue-number" />, width: "58px", plain: ({ issue }) => issue.number,
      render: ({ issue, criterion }) => (
        <>
          <span data-record className="faint small" data-testid={`acceptance-issue-${issue.number}`}>
            {issue.number}
          </span>
          <Recorded className="acceptance-issue-number">{criterion}</Recorded>
        </>
      ),
    },
    {
      id: "text", title: <T id="acceptance-issue-text" />, width: "minmax(0, 1fr)", plain: ({ issue }) => `${issue.text.en.words}\t${issue.text.zh.words}`,
      render: ({ issue }) => <Bilingual text={issue.text} />,
    },
    {
      id: "owner", title: <Short id="acceptance-issue-owner" />, width: "112px", plain: ({ owner, issue }) => `${owner ? `${owner.en.words} ${owner.zh.words}` : ""} ${issue.due ?? ""}`,
      sort: (a, b) => (a.issue.due ?? "").localeCompare(b.issue.due ?? ""),
      render: ({ owner, issue }) => (
        <>
          {owner ? <Name text={owner} show="one" /> : <Unassigned />}
          <small className="acceptance-issue-due">{issue.due ? <DateText date={issue.due} /> : owner && <Unassigned />}</small>
        </>
      ),
    },
    {
      id: "state", title: <Short id="acceptance-issue-state" />, width: "112px", plain: ({ issue }) => t(issue.closed ? "acceptance-issue-closed-tag" : issue.blocking === "blocks" ? "acceptance-issue-blocks" : "acceptance-issue-does-not-block"),
      render: ({ issue }) =>
        issue.closed ? (
          <Tag tone="jade" icon="check" label="acceptance-issue-closed-tag" />
        ) : issue.blocking === "blocks" ? (
          <Tag tone="crimson" icon="warning" label="acceptance-issue-blocks" />
        ) : (
          <Tag tone="plain" label="acceptance-issue-does-not-block" />
        ),
    },
  ];
  return (
    <div className="acceptance-list">
      <DataTable
        testid="acceptance-issues"
        label={t("acceptance-issue-text")}
        rows={view.open_issues}
        columns={columns}
        idOf={({ issue }) => issue.id}
        selected={selected}
        onSelect={({ issue }) => onSelect(issue.id)}
        rowsAlign="top"
        choosing={choosing}
        tools={
          <>
            {tools}
            <span className="push" />
            <Button label="app-add" size="small" icon="plus" testid="acceptance-issue-add" onClick={onAdd} />
          </>
        }
        empty={<EmptyState title="acceptance-issue-none" hint="acceptance-issue-none-hint" testid="acceptance-issue-none" />}
      />
    </div>
  );
}

function Unassigned() {
  return (
    <span className="acceptance-expired">
      <Short id="acceptance-issue-not-assigned" />
    </span>
  );
}

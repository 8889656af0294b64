import { useMemo, useState } from "react";
import type { Round, RoundView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { useKeys } from "@/design/keys";
import { documentAt, notesAt, presentAt } from "@/window/places";
import { navigate, useLocation, type PageProperties } from "@/window/routes";
import { Button, EmptyState, Failure, Icon, Page, Segments, Skeleton, Tag } from "@/design";
import { Menu } from "@/design/Menu";
import { T, useT } from "@/i18n";
import { ConcludePanel } from "./ConcludePanel";
import { CriteriaTable } from "./CriteriaTable";
import { CriterionPanel } from "./CriterionPanel";
import { IssuePanel } from "./IssuePanel";
import { OpenIssues } from "./OpenIssues";
import { RoundPanel } from "./RoundPanel";
import { Summary } from "./Summary";
import "./acceptance.css";

export type Shown =
  | { is: "criterion"; id: string | null }
  | { is: "issue"; id: string | null; criterion: string | null }
  | { is: "round"; id: string | null }
  | { is: "conclude" };

/** The acceptance of a project, round by round and item by item. */
export default function Acceptance({ params }: PageProperties) {
  const project = params["project"] ?? "";
  const { query } = useLocation();
  const { view, failure } = useQuery("list_rounds", { project });
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const rounds = view?.rounds ?? [];
  const asked = chosen ?? query.get("round");
  const round = rounds.find((each) => each.id === asked) ?? rounds.find((each) => !each.conclusion) ?? rounds[rounds.length - 1];
  if (round) return <OneRound key={round.id} project={project} round={round} rounds={rounds} onRound={setChosen} />;
  return (
    <Page
      testid="page-acceptance"
      title={<T id="app-section-acceptance" />}
      panel={adding && <RoundPanel project={project} round={null} onClose={() => setAdding(false)} onSaved={setChosen} />}
    >
      <Failure failure={failure} />
      {!view && !failure && <Skeleton lines={8} />}
      {view && (
        <EmptyState
          title="acceptance-empty"
          hint="acceptance-empty-hint"
          testid="acceptance-empty"
          action={<Button label="acceptance-new-round" look="primary" icon="plus" testid="acceptance-new-round" onClick={() => setAdding(true)} />}
        />
      )}
    </Page>
  );
}

interface RoundProperties {
  project: string;
  round: Round;
  rounds: Round[];
  onRound: (id: string) => void;
}

/** The criterion to begin with: the one asked for, else the first that still waits, else the first. */
function begin(view: RoundView, asked: string | null): string | null {
  const lines = view.chapters.flatMap((chapter) => chapter.criteria);
  const wanted = lines.find((line) => line.criterion.id === asked || line.criterion.number === asked);
  return (wanted ?? lines.find((line) => line.mark === "not_tested") ?? lines[0])?.criterion.id ?? null;
}

function OneRound({ project, round, rounds, onRound }: RoundProperties) {
  const t = useT();
  const { query } = useLocation();
  const { view, failure } = useQuery("acceptance_round", { round: round.id });
  const [tab, setTab] = useState<"criteria" | "issues">(query.has("issue") ? "issues" : "criteria");
  const [shown, setShown] = useState<Shown>(() => {
    if (query.get("panel") === "conclude") return { is: "conclude" };
    return query.has("issue") ? { is: "issue", id: query.get("issue"), criterion: null } : { is: "criterion", id: null };
  });
  const create = useCommand("create_document");

  const ids = useMemo(() => view?.chapters.flatMap((chapter) => chapter.criteria.map((line) => line.criterion.id)) ?? [], [view]);
  const [first, setFirst] = useState<string | null>(null);
  // What the page begins with is settled once, when the round arrives: marking it must not move the selection.
  if (view && first === null && ids.length > 0) setFirst(begin(view, query.get("criterion")));
  const selected = shown.is === "criterion" ? (shown.id ?? first) : null;
  // Who has chosen an item presents from it; otherwise the first screen comes first.
  const asked = shown.is === "criterion" ? shown.id : null;
  const select = (id: string) => setShown({ is: "criterion", id });
  const move = (step: number) => {
    const next = ids[ids.indexOf(selected ?? "") + step];
    if (next !== undefined) select(next);
  };
  useKeys({ j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1) });

  const report = async () => {
    if (view?.document) navigate(documentAt(project, view.document));
    else {
      const made = await create.run({ project, kind: "acceptance_report", round: round.id });
      if (made) navigate(documentAt(project, made.document));
    }
  };
  const close = () => setShown({ is: "criterion", id: null });
  const conclude = <Button label="acceptance-conclude" size="small" testid="acceptance-conclude" onClick={() => setShown({ is: "conclude" })} />;
  const tabs = (
    <Segments
      label={t("acceptance-view")}
      value={tab}
      onChange={(next) => {
        setTab(next);
        if (next === "criteria") close();
      }}
      options={[
        { value: "criteria", label: <T id="acceptance-view-criteria" /> },
        { value: "issues", label: <T id="acceptance-view-issues" args={{ count: view?.open_issues.filter(({ issue }) => !issue.closed).length ?? 0 }} /> },
      ]}
      testid="acceptance-view"
    />
  );
  const tools = (
    <>
      {tabs}
      <span className="push" />
      {conclude}
    </>
  );
  return (
    <Page
      testid="page-acceptance"
      body="fill"
      title={<Title round={round} rounds={rounds} onRound={onRound} onShow={setShown} />}
      actions={
        <>
          <Menu
            disabled={!view}
            items={[
              { key: "alone", label: <span data-testid="acceptance-present-alone"><T id="present-alone" /></span> },
              { key: "notes", label: <span data-testid="acceptance-present-notes"><T id="present-with-notes" /></span> },
            ]}
            onChoose={(key) => navigate((key === "alone" ? presentAt : notesAt)(project, { round: round.id, criterion: asked }))}
          >
            <Button label="present" icon="open" disabled={!view} testid="acceptance-present" />
          </Menu>
          <Button label="acceptance-issue-report" look="primary" disabled={!view || create.busy} testid="acceptance-issue-report" onClick={() => void report()} />
        </>
      }
      panel={view && <Panel project={project} round={round} view={view} shown={shown} selected={selected} onShow={setShown} onRound={onRound} onClose={close} />}
    >
      <Failure failure={failure} />
      {!view && !failure && <Skeleton lines={10} />}
      {view && <Summary view={view} />}
      {view && tab === "criteria" && <CriteriaTable view={view} selected={selected} onSelect={select} tools={tools} />}
      {view && tab === "issues" && (
        <OpenIssues
          view={view}
          selected={shown.is === "issue" ? shown.id : null}
          onSelect={(id) => setShown({ is: "issue", id, criterion: null })}
          onAdd={() => setShown({ is: "issue", id: null, criterion: null })}
          tools={tabs}
        />
      )}
    </Page>
  );
}

function Title({ round, rounds, onRound, onShow }: { round: Round; rounds: Round[]; onRound: (id: string) => void; onShow: (shown: Shown) => void }) {
  const named = (each: Round) => <T id={`acceptance-title-${each.kind}`} args={{ ordinal: each.ordinal }} />;
  return (
    <span className="acceptance-title">
      <Menu
        items={[
          ...rounds.map((each) => ({ key: each.id, label: named(each), extra: <span data-record>{each.number}</span> })),
          { type: "divider" as const },
          { key: "edit", label: <span data-testid="acceptance-round-edit"><T id="acceptance-round-edit" /></span> },
          { key: "new", label: <T id="acceptance-new-round" /> },
        ]}
        onChoose={(key) => {
          if (key === "edit") onShow({ is: "round", id: round.id });
          else if (key === "new") onShow({ is: "round", id: null });
          else onRound(key);
        }}
      >
        <button type="button" className="acceptance-round" data-testid="acceptance-round">
          {named(round)}
          <Icon name="down" />
        </button>
      </Menu>
      {round.conclusion && (
        <span data-testid="acceptance-concluded" data-conclusion={round.conclusion}>
          <Tag tone={round.conclusion === "passed" ? "jade" : round.conclusion === "conditional" ? "amber" : "crimson"} label={`acceptance-conclusion-${round.conclusion}`} />
        </span>
      )}
    </span>
  );
}

interface PanelProperties {
  project: string;
  round: Round;
  view: RoundView;
  shown: Shown;
  selected: string | null;
  onShow: (shown: Shown) => void;
  onRound: (id: string) => void;
  onClose: () => void;
}

function Panel({ project, round, view, shown, selected, onShow, onRound, onClose }: PanelProperties) {
  switch (shown.is) {
    case "round":
      return <RoundPanel key={shown.id ?? "new"} project={project} round={shown.id ? round : null} onClose={onClose} onSaved={onRound} />;
    case "conclude":
      return <ConcludePanel view={view} onClose={onClose} />;
    case "issue":
      return (
        <IssuePanel
          key={shown.id ?? `new-${shown.criterion ?? ""}`}
          view={view}
          issue={shown.id}
          criterion={shown.criterion}
          onClose={onClose}
          onSaved={(id) => onShow({ is: "issue", id, criterion: null })}
        />
      );
    default:
      return selected === null ? null : <CriterionPanel key={selected} round={round.id} criterion={selected} onShow={onShow} />;
  }
}

import { useState } from "react";
import type { StakeholderRow, Stakeholders, Text } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { Button, type Column, DataTable, DateText, EmptyState, Failure, Name, Page, Short, Skeleton, Tag } from "@/design";
import { idOf, T, useDisplay, useT } from "@/i18n";
import { InfluenceMap } from "./InfluenceMap";
import { oneLine } from "./options";
import { StakeholderPanel } from "./StakeholderPanel";
import { stakeholderWith } from "./stakeholders";
import "./relations.css";

interface Properties {
  project: string;
  /** What the page's views are chosen by. */
  views: React.ReactNode;
  asked: string | null;
}

const NOBODY: Text = { en: { words: "", state: "missing" }, zh: { words: "", state: "missing" } } as unknown as Text;

/** Who can help the project or stop it, and who is to be met. */
export function Influence({ project, views, asked }: Properties) {
  const { view, failure } = useQuery("stakeholders", { project });
  const [shown, setShown] = useState<string | null>(asked);
  const close = () => setShown(null);
  const row = view?.stakeholders.find(({ record }) => record.id === shown);
  return (
    <Page
      testid="page-parties"
      title={<T id="party-title" />}
      body="scroll"
      actions={<Button label="stakeholder-add" look="primary" icon="plus" testid="add-stakeholder" onClick={() => setShown("new")} />}
      panel={view && (row ?? shown === "new") && <StakeholderPanel key={`${shown ?? ""} ${JSON.stringify(row?.record)}`} project={project} view={view} row={row} onShow={setShown} onClose={close} />}
    >
      <div className="party-views">{views}</div>
      <Failure failure={failure} />
      {!view && !failure && <Skeleton lines={8} />}
      {view && <Standing view={view} chosen={row?.record.id ?? null} onChoose={setShown} />}
    </Page>
  );
}

/** The names of everybody, by identity. */
export function useNames(): (id: string | null | undefined) => Text {
  const { view } = useQuery("list_parties", { project: null });
  const people = (view?.people ?? []).map(({ id, name }) => [id, name] as const);
  // In a table and on a card an organisation is called by its short name.
  const organisations = (view?.organisations ?? []).map(({ id, name, short_name: short }) => [id, short.en.words || short.zh.words ? short : name] as const);
  const names = new Map([...people, ...organisations]);
  return (id) => names.get(id ?? "") ?? NOBODY;
}

function Standing({ view, chosen, onChoose }: { view: Stakeholders; chosen: string | null; onChoose: (id: string) => void }) {
  const t = useT();
  const display = useDisplay();
  const nameOf = useNames();
  const save = useCommand("save_record");
  const named = ({ record }: StakeholderRow) => nameOf(record.person);
  const columns: Column<StakeholderRow>[] = [
    {
      id: "name", title: <Short id="stakeholder-name" />, width: "minmax(0, 1fr)", plain: (row) => oneLine(named(row), "both"), sort: (a, b) => oneLine(named(a), display).localeCompare(oneLine(named(b), display)),
      render: (row) => <span data-testid={`stakeholder-${row.record.number}`}><Name text={named(row)} show="one" /></span>,
    },
    { id: "role", title: <Short id="stakeholder-role" />, width: "minmax(0, 2fr)", plain: ({ record }) => oneLine(record.title, "both"), render: ({ record }) => <Name text={record.title} /> },
    {
      id: "quadrant", title: <Short id="stakeholder-quadrant" />, width: "118px", plain: ({ stands }) => (stands.quadrant ? t(idOf("stakeholder-quadrant", stands.quadrant)) : ""),
      render: ({ stands }) => (stands.quadrant ? <Short id={idOf("stakeholder-quadrant", stands.quadrant)} /> : <Tag tone="unknown" label="stakeholder-not-judged" />),
    },
    {
      id: "attitude", title: <Short id="stakeholder-attitude" />, width: "100px", plain: ({ record }) => t(idOf("stakeholder-attitude", record.attitude ?? "unknown")),
      render: ({ record }) => (record.attitude ? <Short id={idOf("stakeholder-attitude", record.attitude)} /> : <Tag tone="unknown" label="stakeholder-attitude-unknown" />),
    },
    {
      id: "met", title: <Short id="stakeholder-met" />, width: "112px", plain: ({ record }) => record.last_met ?? "", sort: (a, b) => (a.record.last_met ?? "").localeCompare(b.record.last_met ?? ""),
      render: ({ record }) => (record.last_met ? <DateText date={record.last_met} /> : <span className="faint"><Short id="stakeholder-never" /></span>),
    },
    {
      id: "by", title: <Short id="stakeholder-meet-by" />, width: "128px", plain: ({ stands }) => stands.meet_by ?? "", sort: (a, b) => (a.stands.meet_by ?? "9").localeCompare(b.stands.meet_by ?? "9"),
      render: ({ stands }) => stands.meet_by && (
        <>
          <DateText date={stands.meet_by} />
          {stands.is_overdue && <Tag tone="crimson" icon="warning" label="stakeholder-overdue" />}
        </>
      ),
    },
  ];
  if (view.stakeholders.length === 0) return <EmptyState title="stakeholder-empty" hint="stakeholder-empty-hint" testid="stakeholder-empty" />;
  return (
    <div className="influence-page">
      <InfluenceMap rows={view.stakeholders} nameOf={named} chosen={chosen} onChoose={onChoose} onPlace={(row, place) => void save.run(stakeholderWith(row.record, place))} />
      <div className="influence-list">
        <DataTable testid="stakeholders" label={t("stakeholder-map")} rows={view.stakeholders} columns={columns} idOf={({ record }) => record.id} selected={chosen} onSelect={({ record }) => onChoose(record.id)} rowsAlign="top" />
      </div>
    </div>
  );
}

import { useState } from "react";
import type { PartnerRow, CountShare, Text, WorkPackageRow, WorkPackages } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { Button, type Column, DataTable, DateText, dayArg, EmptyState, Failure, Name, Page, percent, Recorded, Short, Skeleton, Tag } from "@/design";
import { idOf, T, useT } from "@/i18n";
import { useNames } from "./Influence";
import { oneLine } from "./options";
import { PackagePanel } from "./PackagePanel";
import { STATES } from "./packages";
import { Raci } from "./Raci";
import "./relations.css";

interface Properties {
  project: string;
  views: React.ReactNode;
  part: "raci" | "partners";
  asked: string | null;
}

/** Who does which part of the work, and how the partners keep their word. */
export function Packages({ project, views, part, asked }: Properties) {
  const { view, failure } = useQuery("work_packages", { project });
  const [shown, setShown] = useState<string | null>(asked);
  const nameOf = useNames();
  const row = view?.packages.find(({ record }) => record.id === shown);
  const chosen = row?.record.id ?? null;
  return (
    <Page
      testid="page-parties"
      title={<T id="party-title" />}
      body="scroll"
      actions={<Button label="package-add" look="primary" icon="plus" testid="add-package" onClick={() => setShown("new")} />}
      panel={view && (row ?? shown === "new") && <PackagePanel key={`${shown ?? ""} ${JSON.stringify(row?.record)}`} project={project} view={view} row={row} onShow={setShown} onClose={() => setShown(null)} />}
    >
      <div className="party-views">{views}</div>
      <Failure failure={failure} />
      {!view && !failure && <Skeleton lines={8} />}
      {view?.packages.length === 0 && <EmptyState title="package-empty" hint="package-empty-hint" testid="package-empty" />}
      {view && view.packages.length > 0 && part === "raci" && <Raci view={view} nameOf={nameOf} chosen={chosen} onChoose={setShown} />}
      {view && view.packages.length > 0 && part === "partners" && <Partners view={view} nameOf={nameOf} chosen={chosen} onChoose={setShown} />}
    </Page>
  );
}

function Partners({ view, nameOf, chosen, onChoose }: { view: WorkPackages; nameOf: (id: string | null | undefined) => Text; chosen: string | null; onChoose: (id: string) => void }) {
  const t = useT();
  const packages = view.packages.filter(({ record }) => record.partner);
  const columns: Column<WorkPackageRow>[] = [
    {
      id: "number", title: <Short id="package-number" />, width: "64px", plain: ({ record }) => record.number, sort: (a, b) => a.record.number.localeCompare(b.record.number),
      render: ({ record }) => <span data-testid={`package-${record.number}`}><Recorded className="faint small">{record.number}</Recorded></span>,
    },
    { id: "title", title: <Short id="package-title" />, width: "minmax(0, 2fr)", plain: ({ record }) => oneLine(record.title, "both"), render: ({ record }) => <Name text={record.title} /> },
    { id: "partner", title: <Short id="package-partner" />, width: "minmax(0, 1fr)", plain: ({ record }) => oneLine(nameOf(record.partner), "both"), render: ({ record }) => <Name text={nameOf(record.partner)} show="one" /> },
    {
      id: "planned", title: <Short id="package-planned" />, width: "116px", plain: ({ record }) => `${record.planned ?? ""}\t${record.handed_over ?? ""}`, sort: (a, b) => (a.record.planned ?? "9").localeCompare(b.record.planned ?? "9"),
      render: ({ record }) => (
        <>
          {record.planned && <DateText date={record.planned} />}
          {record.handed_over && <small className="quiet package-came"><T id="package-came" args={{ day: dayArg(record.handed_over) }} /></small>}
        </>
      ),
    },
    { id: "state", title: <Short id="package-state" />, width: "164px", plain: ({ state }) => t(idOf("package-state", state)), render: ({ state }) => <Tag {...STATES[state]} label={idOf("package-state", state)} /> },
    {
      id: "pay", title: <Short id="package-pay-by" />, width: "112px", plain: ({ payment }) => payment?.due?.date ?? "",
      render: ({ record, payment }) =>
        record.payment?.paid ? <span className="small quiet"><T id="package-paid" args={{ day: dayArg(record.payment.paid) }} /></span> : payment?.due && <DateText date={payment.due.date} />,
    },
  ];
  if (packages.length === 0) return <p className="quiet" data-testid="package-partners-none"><T id="package-partners-none" /></p>;
  return (
    <div className="partners">
      <div className="partner-cards">{view.partners.map((partner) => <Partner key={partner.organisation} partner={partner} name={nameOf(partner.organisation)} />)}</div>
      <DataTable testid="packages" label={t("party-partners")} rows={packages} columns={columns} idOf={({ record }) => record.id} selected={chosen} onSelect={({ record }) => onChoose(record.id)} rowsAlign="top" />
    </div>
  );
}

/** How a partner keeps its word; what nobody can judge yet is said to be so. */
function Partner({ partner, name }: { partner: PartnerRow; name: Text }) {
  const { on_time, first_pass, open_issues, response, unanswered } = partner.record;
  return (
    <section className="partner-card" data-testid={`partner-${partner.organisation}`}>
      <h3><Name text={name} show="one" /></h3>
      <dl>
        <dt><T id="package-on-time" /></dt>
        <dd><Share share={on_time} /></dd>
        <dt><T id="package-first-pass" /></dt>
        <dd><Share share={first_pass} /></dd>
        <dt><T id="package-open-issues" /></dt>
        <dd className="figures">{open_issues ?? "–"}</dd>
        <dt><T id="package-response" /></dt>
        <dd className="figures">
          {response ? <T id="package-spread" args={{ least: response.least, most: response.most, count: response.count }} /> : <span className="quiet"><T id="package-share-none" /></span>}
          {unanswered > 0 && <small className="quiet"> <T id="package-unanswered" args={{ count: unanswered }} /></small>}
        </dd>
      </dl>
    </section>
  );
}

function Share({ share }: { share: CountShare }) {
  if (share.of === 0) return <span className="quiet"><T id="package-share-none" /></span>;
  return (
    <span className="figures">
      <T id="package-share" args={{ part: share.part, of: share.of }} />
      {share.percent != null && <small className="quiet"> {percent(share.percent)}</small>}
    </span>
  );
}

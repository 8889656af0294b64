import { useState } from "react";
import type { Project, ProjectLine } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { overviewAt } from "@/window/places";
import { navigate, useLocation, type PageProperties } from "@/window/routes";
import { Button, type Column, DataTable, EmptyState, Failure, Money, Name, Page, Recorded, Segments, Short, Skeleton } from "@/design";
import { T, useDisplay, useT, words } from "@/i18n";
import { oneLine } from "../party/options";
import { TemplatesDialog } from "../template/TemplatesDialog";
import { HealthTag, WORST } from "./Health";
import { Portfolio } from "./Portfolio";
import { ProjectForm } from "./ProjectForm";
import "./project.css";

const open = ({ id }: Pick<Project, "id">) => navigate(overviewAt(id));

/** Exact comparison of two amounts, for sorting alone; none stands last. */
function byAmount(a: string | null | undefined, b: string | null | undefined): number {
  const padded = (amount: string | null | undefined) => (amount == null ? "" : (amount.split(".")[0] ?? "").padStart(24, "0") + (amount.split(".")[1] ?? ""));
  return padded(a).localeCompare(padded(b));
}

/** All projects, with health computed and money waiting. */
export default function Projects(_: PageProperties) {
  const t = useT();
  const display = useDisplay();
  const { query } = useLocation();
  const { view, failure } = useQuery("list_projects", {});
  const [selected, setSelected] = useState<string | null>(null);
  const [making, setMaking] = useState<"no" | "new" | { template: string }>(query.has("new") ? "new" : "no");
  const [templates, setTemplates] = useState(false);
  const [shown, setShown] = useState<"list" | "portfolio" | "timeline">("list");

  const columns: Column<ProjectLine>[] = [
    {
      id: "number", title: <T id="project-column-number" />, width: "104px", plain: ({ project }) => project.number,
      sort: (a, b) => a.project.number.localeCompare(b.project.number), render: ({ project }) => <Recorded className="faint">{project.number}</Recorded>,
    },
    {
      id: "title", title: <T id="project-column-title" />, width: "minmax(150px, 1.6fr)", plain: ({ project }) => oneLine(project.title, "both"),
      sort: (a, b) => words(a.project.title, "en").localeCompare(words(b.project.title, "en")),
      render: ({ project }) => (
        <button type="button" className="strong project-open" tabIndex={-1} data-testid="open-project" onClick={() => open(project)}>
          <Name text={project.title} />
        </button>
      ),
    },
    {
      id: "client", title: <T id="project-column-client" />, width: "minmax(110px, 1.2fr)", plain: ({ client }) => oneLine(client, "both"),
      sort: (a, b) => words(a.client, "en").localeCompare(words(b.client, "en")), render: ({ client }) => <Name text={client} show="one" />,
    },
    {
      id: "stage", title: <T id="project-column-stage" />, width: "minmax(100px, 1fr)", plain: ({ stage }) => (stage ? oneLine(stage.title, display) : ""),
      sort: (a, b) => (a.stage?.position ?? 0) - (b.stage?.position ?? 0),
      render: ({ stage }) => (stage ? <Name text={stage.title} show="one" /> : <span className="faint"><T id="app-not-set" /></span>),
    },
    {
      id: "health", title: <T id="project-column-health" />, width: "108px", plain: ({ health }) => t.coded(`project-health-${health.health.replace("_", "-")}`),
      sort: (a, b) => WORST.indexOf(a.health.health) - WORST.indexOf(b.health.health), render: ({ health }) => <HealthTag health={health.health} />,
    },
    {
      id: "contract", title: <Short id="project-column-contract" />, width: "140px", align: "number", plain: (line) => `${line.currency ?? ""} ${line.contract_amount ?? ""}`.trim(),
      sort: (a, b) => byAmount(a.contract_amount, b.contract_amount),
      render: (line) => line.contract_amount && line.currency && <Money amount={line.contract_amount} currency={line.currency} />,
    },
    {
      id: "waiting", title: <Short id="project-column-waiting" />, width: "134px", align: "number", plain: (line) => line.waiting ?? "",
      sort: (a, b) => byAmount(a.waiting, b.waiting),
      render: (line) => line.waiting && line.currency && <b><Money amount={line.waiting} currency={line.currency} /></b>,
    },
  ];
  return (
    <Page
      testid="page-projects"
      title={<T id="projects-title" />}
      body="fill"
      actions={
        <>
          <Segments
            label={t("portfolio-view")}
            options={[
              { value: "list", label: <Short id="portfolio-list" /> },
              { value: "portfolio", label: <Short id="portfolio-title" /> },
              { value: "timeline", label: <Short id="portfolio-timeline" /> },
            ]}
            value={shown}
            onChange={setShown}
            testid="projects-view"
          />
          <Button label="template-title" testid="open-templates" onClick={() => setTemplates(true)} />
          <Button label="project-new" look="primary" icon="plus" testid="new-project" onClick={() => setMaking("new")} />
        </>
      }
    >
      <Failure failure={failure} />
      {!view && !failure && <Skeleton lines={7} />}
      {shown !== "list" && <Portfolio as={shown} />}
      {view && shown === "list" && (
        <DataTable
          testid="projects-table"
          label={t("projects-title")}
          rows={view.projects}
          columns={columns}
          idOf={({ project }) => project.id}
          selected={selected}
          onSelect={({ project }) => setSelected(project.id)}
          onOpen={({ project }) => open(project)}
          empty={<EmptyState title="projects-empty" hint="projects-empty-hint" testid="projects-empty" />}
        />
      )}
      {making !== "no" && <ProjectForm project={null} template={making === "new" ? null : making.template} onClose={() => setMaking("no")} onSaved={(id) => open({ id })} />}
      {templates && (
        <TemplatesDialog
          onClose={() => setTemplates(false)}
          onBegin={(template) => {
            setTemplates(false);
            setMaking({ template });
          }}
        />
      )}
    </Page>
  );
}

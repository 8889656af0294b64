import { useState } from "react";
import type { PortfolioLine } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { type Column, DataTable, DateText, EmptyState, Failure, Money, Name, Recorded, SectionHead, Short, Skeleton } from "@/design";
import { T, useDisplay, useT, words } from "@/i18n";
import { overviewAt } from "@/window/places";
import { navigate } from "@/window/routes";
import { oneLine } from "../party/options";
import { HealthReasons, HealthTag, reasonWords, WORST } from "./Health";
import { Timeline } from "./Timeline";
import "./portfolio.css";

const open = ({ project }: Pick<PortfolioLine, "project">) => navigate(overviewAt(project));

/** All projects beside one another: how each stands and why, what is held back, and its dates. */
export function Portfolio({ as }: { as: "portfolio" | "timeline" }) {
  const { view, failure } = useQuery("portfolio", {});
  if (failure) return <Failure failure={failure} />;
  if (!view) return <Skeleton lines={7} />;
  if (as === "timeline") return <Timeline portfolio={view} onOpen={open} />;
  return (
    <>
      <div className="portfolio-sums" data-testid="portfolio-blocked">
        <SectionHead
          title={<T id="portfolio-blocked-total" />}
          aside={view.blocked.map((sum) => (
            <b key={sum.currency} className="portfolio-sum"><Money amount={sum.amount} currency={sum.currency} /></b>
          ))}
        />
      </div>
      <Table lines={view.projects} />
    </>
  );
}

function Table({ lines }: { lines: PortfolioLine[] }) {
  const t = useT();
  const display = useDisplay();
  const [selected, setSelected] = useState<string | null>(null);
  const columns: Column<PortfolioLine>[] = [
    {
      id: "number", title: <T id="project-column-number" />, width: "104px", plain: ({ number }) => number,
      sort: (a, b) => a.number.localeCompare(b.number), render: ({ number }) => <Recorded className="faint">{number}</Recorded>,
    },
    {
      id: "title", title: <T id="project-column-title" />, width: "minmax(130px, 1.2fr)", plain: ({ title }) => oneLine(title, "both"),
      sort: (a, b) => words(a.title, "en").localeCompare(words(b.title, "en")),
      render: (line) => (
        <button type="button" className="strong project-open" tabIndex={-1} data-testid="portfolio-open" onClick={() => open(line)}>
          <Name text={line.title} show="one" />
        </button>
      ),
    },
    {
      id: "stage", title: <T id="project-column-stage" />, width: "minmax(96px, 0.8fr)", plain: ({ stage }) => (stage ? oneLine(stage, display) : ""),
      render: ({ stage }) => (stage ? <Name text={stage} show="one" /> : <span className="faint"><T id="app-not-set" /></span>),
    },
    {
      id: "health", title: <Short id="project-column-health" />, width: "108px", plain: ({ health }) => t.coded(`project-health-${health.health.replace("_", "-")}`),
      sort: (a, b) => WORST.indexOf(a.health.health) - WORST.indexOf(b.health.health), render: ({ health }) => <HealthTag health={health.health} />,
    },
    {
      id: "reasons", title: <T id="portfolio-reasons" />, width: "minmax(170px, 1.6fr)", plain: ({ health }) => health.reasons.map((reason) => reasonWords(t, reason)).join("; "),
      render: ({ health }) => <span className="portfolio-reasons"><HealthReasons health={health} /></span>,
    },
    {
      id: "blocked", title: <Short id="portfolio-blocked" />, width: "150px", align: "number",
      plain: ({ blocked }) => blocked.map((sum) => `${sum.currency} ${sum.amount}`).join("; "),
      render: ({ blocked }) => blocked.map((sum) => <b key={sum.currency}><Money amount={sum.amount} currency={sum.currency} /></b>),
    },
    {
      id: "clock", title: <Short id="portfolio-clock" />, width: "108px", plain: ({ clock }) => clock?.due ?? "",
      sort: (a, b) => (a.clock?.due ?? "9").localeCompare(b.clock?.due ?? "9"), render: ({ clock }) => clock && <DateText date={clock.due} />,
    },
    {
      id: "notices", title: <Short id="portfolio-notices" />, width: "78px", align: "number", plain: ({ notices }) => String(notices),
      sort: (a, b) => a.notices - b.notices, render: ({ notices }) => <Recorded>{notices}</Recorded>,
    },
  ];
  return (
    <DataTable
      testid="portfolio-table"
      label={t("portfolio-title")}
      rows={lines}
      columns={columns}
      rowsAlign="top"
      idOf={({ project }) => project}
      selected={selected}
      onSelect={({ project }) => setSelected(project)}
      onOpen={open}
      empty={<EmptyState title="projects-empty" hint="projects-empty-hint" testid="projects-empty" />}
    />
  );
}

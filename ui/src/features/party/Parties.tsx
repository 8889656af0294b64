import { useMemo, useState } from "react";
import type { Organisation, Parties as View, Person } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { type PageProperties, useLocation } from "@/window/routes";
import { Bilingual, Button, type Column, DataTable, EmptyState, Failure, Page, Recorded, Segments, SheetActs, Short, SidePanel, Skeleton, Tag } from "@/design";
import { HistoryButton } from "@/features/comparison/HistoryButton";
import { T, useDisplay, useT, words } from "@/i18n";
import { Influence } from "./Influence";
import { useManyOrganisations, useManyPeople } from "./many";
import { oneLine } from "./options";
import { OrganisationForm } from "./OrganisationForm";
import { Packages } from "./Packages";
import { PersonForm } from "./PersonForm";
import { ofPerson } from "./sheet";

type Tab = "people" | "organisations";
type Shows = Tab | "influence" | "raci" | "partners";
type Shown = { is: "nothing" } | { is: "new" } | { is: "one"; id: string };

const NOUNS = ["person", "organisation", "stakeholder", "work_package"] as const;

/** What a link asks for. */
function askedView(query: URLSearchParams): Shows {
  if (query.has("stakeholder")) return "influence";
  if (query.has("work_package")) return "partners";
  return query.has("organisation") ? "organisations" : "people";
}

/** Everybody around a project: who delivers, accepts and signs, who decides, and who does which part. */
export default function Parties({ params }: PageProperties) {
  const t = useT();
  const { query } = useLocation();
  const project = params["project"] ?? "";
  const [view, setView] = useState<Shows>(askedView(query));
  // What a link asks for is shown where it leads, and not again after another view.
  const [asked, setAsked] = useState<string | null>(NOUNS.map((noun) => query.get(noun)).find((id) => id !== null) ?? null);
  const choose = (next: Shows) => {
    setView(next);
    setAsked(null);
  };
  const views = (
    <Segments
      label={t("party-title")}
      value={view}
      onChange={choose}
      options={[
        { value: "people", label: <T id="party-people" /> },
        { value: "organisations", label: <T id="party-organisations" /> },
        { value: "influence", label: <T id="party-influence" /> },
        { value: "raci", label: <T id="party-raci" /> },
        { value: "partners", label: <T id="party-partners" /> },
      ]}
      testid="party-tab"
    />
  );
  switch (view) {
    case "influence":
      return <Influence project={project} views={views} asked={asked} />;
    case "raci":
    case "partners":
      return <Packages key={view} project={project} views={views} part={view} asked={asked} />;
    default:
      return <Directory key={view} project={project} tab={view} views={views} asked={asked} />;
  }
}

/** Who delivers, accepts and signs: organisations and their people. */
function Directory({ project, tab, views, asked }: { project: string; tab: Tab; views: React.ReactNode; asked: string | null }) {
  const t = useT();
  // Somebody asked for by name need not take part in this project.
  const [whose, setWhose] = useState<"project" | "all">(asked === null ? "project" : "all");
  const [shown, setShown] = useState<Shown>(asked === null ? { is: "nothing" } : { is: "one", id: asked });
  const { view, failure } = useQuery("list_parties", { project: whose === "project" ? project || null : null }, { while: "last" });
  const close = () => setShown({ is: "nothing" });
  const choose = (id: string) => setShown({ is: "one", id });

  const tools = (
    <>
      {views}
      <span className="push" />
      <Segments
        label={t("party-of-project")}
        value={whose}
        onChange={setWhose}
        options={[
          { value: "project", label: <T id="party-of-project" /> },
          { value: "all", label: <T id="party-everybody" /> },
        ]}
        testid="party-whose"
      />
    </>
  );
  const selected = shown.is === "one" ? shown.id : null;
  return (
    <Page
      testid="page-parties"
      title={<T id="party-title" />}
      body="fill"
      actions={
        <Button
          label={tab === "people" ? "party-add-person" : "party-add-organisation"}
          look="primary"
          icon="plus"
          testid={tab === "people" ? "add-person" : "add-organisation"}
          onClick={() => setShown({ is: "new" })}
        />
      }
      panel={view && shown.is !== "nothing" && <Editor view={view} tab={tab} id={selected} onClose={close} onSaved={choose} />}
    >
      <Failure failure={failure} />
      {!view && !failure && <Skeleton lines={8} />}
      {view && tab === "people" && <People view={view} selected={selected} onSelect={choose} tools={tools} />}
      {view && tab === "organisations" && <Organisations view={view} selected={selected} onSelect={choose} tools={tools} />}
    </Page>
  );
}

function Editor({ view, tab, id, onClose, onSaved }: { view: View; tab: Tab; id: string | null; onClose: () => void; onSaved: (id: string) => void }) {
  const person = view.people.find((each) => each.id === id) ?? null;
  const organisation = view.organisations.find((each) => each.id === id) ?? null;
  // A record that undo has taken away has nothing left to edit.
  if (id && !person && !organisation) return null;
  return (
    <SidePanel
      testid={tab === "people" ? "person-panel" : "organisation-panel"}
      head={
        <>
          <h2>
            {tab === "people" ? (
              person ? <Recorded>{oneLine(person.name, "both")}</Recorded> : <T id="party-new-person" />
            ) : organisation ? (
              <Recorded>{words(organisation.short_name, "en") || words(organisation.name, "en")}</Recorded>
            ) : (
              <T id="party-new-organisation" />
            )}
          </h2>
          <span className="push" />
          {person && <SheetActs testid="person" sheet={() => ofPerson(person, view.organisations.find((each) => each.id === person.organisation))} />}
          {id && <HistoryButton noun={tab === "people" ? "person" : "organisation"} id={id} />}
        </>
      }
    >
      {tab === "people" ? (
        <PersonForm key={JSON.stringify(person) || "new"} person={person} onSaved={onSaved} onCancel={onClose} onRemoved={onClose} />
      ) : (
        <OrganisationForm key={JSON.stringify(organisation) || "new"} organisation={organisation} onSaved={onSaved} onCancel={onClose} />
      )}
    </SidePanel>
  );
}

interface ListProperties {
  view: View;
  selected: string | null;
  onSelect: (id: string) => void;
  tools: React.ReactNode;
}

function People({ view, selected, onSelect, tools }: ListProperties) {
  const t = useT();
  const choosing = useManyPeople(view);
  const display = useDisplay();
  const organisations = useMemo(() => new Map(view.organisations.map((each) => [each.id, each])), [view]);
  const rows = useMemo(() => {
    const place = new Map(view.organisations.map((each, index) => [each.id, index]));
    return [...view.people].sort((a, b) => (place.get(a.organisation) ?? 0) - (place.get(b.organisation) ?? 0));
  }, [view]);
  const columns: Column<Person>[] = [
    {
      id: "name", title: <T id="party-name" />, width: "minmax(150px, 1fr)", plain: (person) => oneLine(person.name, "both"),
      sort: (a, b) => words(a.name, "en").localeCompare(words(b.name, "en")), render: (person) => <Recorded className="strong">{oneLine(person.name, "both")}</Recorded>,
    },
    {
      id: "role", title: <T id="party-role" />, width: "minmax(200px, 2fr)", plain: (person) => oneLine(person.role, "both"),
      render: (person) => <Bilingual text={person.role} />,
    },
    {
      id: "may-sign", title: <T id="party-may-sign" />, width: "minmax(170px, 1.5fr)", plain: (person) => (person.may_sign ? oneLine(person.may_sign, "both") : ""),
      sort: (a, b) => Number(b.may_sign != null) - Number(a.may_sign != null),
      render: (person) =>
        person.may_sign ? <Recorded>{oneLine(person.may_sign, display)}</Recorded> : <span className="faint"><T id="party-may-sign-none" /></span>,
    },
  ];
  return (
    <DataTable
      testid="people-table"
      label={t("party-people")}
      rows={rows}
      columns={columns}
      idOf={(person) => person.id}
      selected={selected}
      onSelect={(person) => onSelect(person.id)}
      groupOf={(person) => person.organisation}
      renderGroup={(id) => {
        const organisation = organisations.get(id);
        return (
          organisation && (
            <>
              <Recorded>{oneLine(organisation.name, display)}</Recorded>
              <span className="push faint small">
                <T id={`party-kind-${organisation.kind}`} />
              </span>
            </>
          )
        );
      }}
      rowsAlign="top"
      choosing={choosing}
      tools={tools}
      empty={<EmptyState title="party-empty-people" hint="party-empty-people-hint" testid="people-empty" />}
    />
  );
}

function Organisations({ view, selected, onSelect, tools }: ListProperties) {
  const t = useT();
  const choosing = useManyOrganisations(view);
  const count = (organisation: Organisation) => view.people.filter((person) => person.organisation === organisation.id).length;
  const columns: Column<Organisation>[] = [
    {
      id: "name", title: <T id="party-organisation-name" />, width: "minmax(240px, 3fr)", plain: (each) => oneLine(each.name, "both"),
      sort: (a, b) => words(a.name, "en").localeCompare(words(b.name, "en")), render: (each) => <Bilingual text={each.name} />,
    },
    {
      id: "kind", title: <Short id="party-kind" />, width: "minmax(90px, 1fr)", plain: (each) => t(`party-kind-${each.kind}`), sort: (a, b) => a.kind.localeCompare(b.kind),
      render: (each) => <Tag tone="plain" label={`party-kind-${each.kind}`} />,
    },
    {
      id: "jurisdiction", title: <Short id="party-jurisdiction" />, width: "90px", plain: (each) => each.jurisdiction, sort: (a, b) => a.jurisdiction.localeCompare(b.jurisdiction),
      render: (each) => <Recorded>{each.jurisdiction}</Recorded>,
    },
    {
      id: "people", title: <Short id="party-people-count" />, width: "70px", align: "number", plain: (each) => String(count(each)), sort: (a, b) => count(a) - count(b),
      render: (each) => <Recorded>{count(each)}</Recorded>,
    },
  ];
  return (
    <DataTable
      testid="organisations-table"
      label={t("party-organisations")}
      rows={view.organisations}
      columns={columns}
      idOf={(each) => each.id}
      selected={selected}
      onSelect={(each) => onSelect(each.id)}
      rowsAlign="top"
      choosing={choosing}
      tools={tools}
      empty={<EmptyState title="party-empty-organisations" hint="party-empty-organisations-hint" testid="organisations-empty" />}
    />
  );
}

import { useState } from "react";
import type { ProjectOverview as View } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { acceptanceAt, overviewAt } from "@/window/places";
import { navigate, type PageProperties } from "@/window/routes";
import { Button, DateText, dayArg, Failure, Money, Name, Icon, Page, percent, Recorded, SectionHead, SheetActs, Skeleton, Tally } from "@/design";
import { Menu } from "@/design/Menu";
import { HistoryButton } from "@/features/comparison/HistoryButton";
import { T } from "@/i18n";
import { ContractForm } from "./ContractForm";
import { Contract, Counts, Facts } from "./OverviewFacts";
import { SaveDialog } from "../template/SaveDialog";
import { DuplicateDialog } from "./DuplicateDialog";
import { ofProject } from "./sheet";
import { HealthReasons, HealthTag } from "./Health";
import { PaymentForm } from "./PaymentForm";
import { Payments } from "./Payments";
import { ProjectForm } from "./ProjectForm";
import { StageForm } from "./StageForm";
import "./project.css";

/** What the panel edits. */
export type Editing = { what: "nothing" } | { what: "stage"; id: string } | { what: "contract" } | { what: "payment"; id: string | null } | { what: "project" | "duplicate" | "template" };

/** A project at a glance: health with its reasons, stages, contract, money, parties, rounds. */
export default function Overview({ params }: PageProperties) {
  const project = params["project"] ?? "";
  const { view, failure } = useQuery("project_overview", { project });
  const [editing, setEditing] = useState<Editing>({ what: "nothing" });
  const close = () => setEditing({ what: "nothing" });
  return (
    <Page
      testid="page-overview"
      title={<T id="overview-title" />}
      actions={
        view && (
          <>
            <HistoryButton noun="project" id={view.project.id} />
            <SheetActs testid="overview" sheet={() => ofProject(view)} />
            <Menu
              items={(["duplicate", "template"] as const).map((key) => ({ key, label: <span data-testid={`project-${key}`}><T id={key === "duplicate" ? "project-duplicate" : "template-save"} /></span> }))}
              onChoose={(key) => setEditing({ what: key as "duplicate" })}
            >
              <button type="button" className="button" data-testid="project-more">
                <T id="document-more" />
                <Icon name="down" />
              </button>
            </Menu>
            <Button label="project-edit" icon="pen" testid="edit-project" onClick={() => setEditing({ what: "project" })} />
          </>
        )
      }
      panel={view && ["stage", "contract", "payment"].includes(editing.what) && <Panel view={view} editing={editing} onClose={close} />}
    >
      <Failure failure={failure} />
      {!view && !failure && <Skeleton lines={9} />}
      {view && (
        <>
          <Summary view={view} />
          <div className="overview-columns">
            <div>
              <Stages view={view} editing={editing} onEdit={setEditing} />
              <Payments view={view} editing={editing} onEdit={setEditing} />
              <Rounds view={view} />
            </div>
            <div>
              <Contract view={view} onEdit={() => setEditing({ what: "contract" })} />
              <Facts view={view} />
              <Counts view={view} />
            </div>
          </div>
        </>
      )}
      {view && editing.what === "project" && <ProjectForm project={view.project} onClose={close} onSaved={close} />}
      {view && editing.what === "duplicate" && <DuplicateDialog project={view.project} onClose={close} onMade={(made) => navigate(overviewAt(made))} />}
      {view && editing.what === "template" && <SaveDialog project={view.project} onClose={close} />}
    </Page>
  );
}

function Panel({ view, editing, onClose }: { view: View; editing: Editing; onClose: () => void }) {
  if (editing.what === "stage") {
    const stage = view.stages.find((each) => each.id === editing.id);
    return stage ? <StageForm key={JSON.stringify(stage)} stage={stage} onClose={onClose} /> : null;
  }
  if (editing.what === "contract") return <ContractForm key={JSON.stringify(view.contract)} project={view.project.id} contract={view.contract ?? null} onClose={onClose} />;
  if (editing.what === "payment") {
    const payment = view.payments.find((each) => each.milestone.id === editing.id)?.milestone ?? null;
    if (editing.id && !payment) return null;
    return (
      <PaymentForm
        key={JSON.stringify(payment)}
        project={view.project.id}
        milestone={payment}
        position={view.payments.length + 1}
        currency={view.contract?.currency ?? "CNY"}
        onClose={onClose}
      />
    );
  }
  return null;
}

function Summary({ view }: { view: View }) {
  const clock = view.clocks[0];
  const waiting = view.payments.filter((payment) => payment.state === "waiting_for_signature");
  return (
    <div className="summary">
      <div>
        <div className="summary-label">
          <T id="overview-health" />
        </div>
        <HealthTag health={view.health.health} />
        <div className="overview-reasons" data-testid="health-reasons">
          <HealthReasons health={view.health} />
        </div>
      </div>
      <div>
        <div className="summary-label">
          <T id="overview-waiting" />
        </div>
        {waiting.length === 0 && <span className="faint"><T id="overview-waiting-none" as="block" /></span>}
        {waiting.map(({ milestone }) => (
          <div key={milestone.id}>
            <div className="summary-big">
              <Money amount={milestone.amount} currency={milestone.currency} />
            </div>
            <div className="summary-note">
              <T id="overview-share" args={{ share: percent(milestone.share) }} /> · <Name text={milestone.title} show="one" />
            </div>
          </div>
        ))}
      </div>
      <div>
        <div className="summary-label">
          <T id={clock?.silence_means === "rejected" ? "overview-clock-rejected" : "overview-clock"} />
        </div>
        {!clock && <span className="faint"><T id="overview-clock-none" /></span>}
        {clock && (
          <>
            <div className="summary-big">
              {clock.left < 0 ? <T id="today-days-late" args={{ days: -clock.left }} /> : <T id="today-working-days" args={{ days: clock.left }} />}
            </div>
            <div className="summary-note">
              <DateText date={clock.due} /> · <T id="overview-clock-since" args={{ started: dayArg(clock.started), calendar: clock.calendar.toUpperCase() }} />
            </div>
          </>
        )}
      </div>
    </div>
  );
}

function Stages({ view, editing, onEdit }: { view: View; editing: Editing; onEdit: (editing: Editing) => void }) {
  return (
    <section>
      <SectionHead title={<T id="overview-stages" />} />
      {view.stages.length === 0 && <p className="quiet overview-none"><T id="overview-stages-none" /></p>}
      <ol>
        {view.stages.map((stage) => {
          const state = stage.ended ? "done" : stage.started ? "now" : "later";
          return (
            <li key={stage.id}>
              <button
                type="button"
                className="overview-stage"
                data-state={state}
                aria-current={editing.what === "stage" && editing.id === stage.id}
                data-testid="edit-stage"
                onClick={() => onEdit({ what: "stage", id: stage.id })}
              >
                <i aria-hidden />
                <Name text={stage.title} />
                <span className="quiet small">
                  {stage.started && <DateText date={stage.started} />}
                  {stage.ended && (
                    <>
                      {" "}
                      <span data-record>–</span> <DateText date={stage.ended} />
                    </>
                  )}
                  {state === "now" && (
                    <>
                      {" "}
                      · <T id="overview-stage-now" />
                    </>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Rounds({ view }: { view: View }) {
  return (
    <section className="overview-section">
      <SectionHead title={<T id="overview-rounds" />} />
      {view.rounds.length === 0 && <p className="quiet overview-none"><T id="overview-rounds-none" /></p>}
      {view.rounds.map((round) => (
        <button
          key={round.round}
          type="button"
          className="overview-round"
          data-testid="open-round"
          onClick={() => navigate(acceptanceAt(view.project.id, { round: round.round }))}
        >
          <span className="row">
            <Recorded className="faint small">{round.number}</Recorded>
            <T id={`overview-round-${round.kind}`} args={{ ordinal: round.ordinal }} />
          </span>
          <Tally tally={round.tally} />
        </button>
      ))}
    </section>
  );
}

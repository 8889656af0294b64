import type { ConditionReason, ConditionStanding, GateRecord, GateStanding, WaiverStanding } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, DateText, dayArg, Failure, Name, Recorded, Tag } from "@/design";
import { Coded, idOf, T } from "@/i18n";
import { acceptanceAt, documentAt, gatesAt, registerAt, scopeAt } from "@/window/places";
import { navigate } from "@/window/routes";
import { argsOf, VERDICTS } from "./tones";

interface Properties {
  project: string;
  gate: GateStanding;
  condition: ConditionStanding;
  onConfirm: () => void;
  onWaive: () => void;
  onNames: () => void;
}

/** Where a record that a condition rests on is looked at. */
function placeOf(project: string, { noun, id }: GateRecord): string {
  switch (noun) {
    case "document":
      return documentAt(project, id);
    case "requirement":
    case "deliverable":
      return scopeAt(project, id);
    case "evidence":
    case "open_issue":
      return acceptanceAt(project, noun === "open_issue" ? { issue: id } : {});
    case "gate":
    case "gate_check":
    case "hand_over":
      return gatesAt(project, id);
    default:
      return registerAt(project, id);
  }
}

/** A condition as it stands: what it rests on, why it does not hold, whose turn it is. */
export function Condition({ project, gate, condition, onConfirm, onWaive, onNames }: Properties) {
  const { verdict, requires, confirmed, confirmed_by: by } = condition;
  const isManual = requires.kind === "manual";
  const isFixed = isManual || requires.kind === "no_blocking_issue";
  const isOpen = verdict !== "met";
  return (
    <li className="gate-condition" data-testid={`gate-condition-${condition.key}`} data-verdict={verdict}>
      <span className="gate-condition-head">
        <Tag {...VERDICTS[verdict]} label={idOf("gate-verdict", verdict)} testid={`gate-verdict-${condition.key}`} />
        <b><Name text={condition.title} /></b>
      </span>
      <small className="quiet"><T id={idOf("gate-condition-kind", requires.kind)} /></small>
      {isOpen ? condition.reasons.map((reason, at) => <Reason key={at} project={project} reason={reason} />) : <RestsOn project={project} records={condition.rests_on} />}
      {confirmed && by && (
        <small><T id={confirmed.says === "holds" ? "gate-confirmed" : "gate-denied"} /> <Name text={by.name} show="one" /> <DateText date={confirmed.on} /></small>
      )}
      {condition.turn.length > 0 && (
        <small data-testid="gate-turn">
          <T id="gate-turn" /> {condition.turn.map(({ id, name }) => <Name key={id} text={name} show="one" />)}
        </small>
      )}
      {condition.waiver && <Waived waiver={condition.waiver} />}
      <span className="gate-acts">
        {isManual && <Button label="gate-confirm" size="small" testid={`gate-confirm-${condition.key}`} onClick={onConfirm} />}
        {isOpen && verdict !== "waived" && <Button label="gate-waive" size="small" testid={`gate-waive-${condition.key}`} onClick={onWaive} />}
        {!isFixed && !gate.record.passage && <Button label="gate-condition-edit" look="ghost" size="small" testid={`gate-names-${condition.key}`} onClick={onNames} />}
      </span>
    </li>
  );
}

function Link({ project, record }: { project: string; record: GateRecord }) {
  return (
    <button type="button" className="gate-link" data-testid={`gate-record-${record.number}`} onClick={() => navigate(placeOf(project, record))}>
      <Recorded>{record.number}</Recorded> <Name text={record.title} show="one" />
    </button>
  );
}

function RestsOn({ project, records }: { project: string; records: GateRecord[] }) {
  if (records.length === 0) return null;
  return (
    <small>
      <T id="gate-rests-on" /> {records.map((record) => <Link key={record.id} project={project} record={record} />)}
    </small>
  );
}

export function Reason({ project, reason }: { project: string; reason: ConditionReason }) {
  const { about, why, words } = reason;
  return (
    <small className="gate-reason" data-why={why.kind}>
      {words ? <Name text={words} show="one" /> : about && <Link project={project} record={about} />} <Coded id={`gate-why-${why.kind.replaceAll("_", "-")}`} args={argsOf(why)} />
    </small>
  );
}

function Waived({ waiver }: { waiver: WaiverStanding }) {
  const end = useCommand("end_waiver", { failures: "inline" });
  const { record, problem, approved_by: approvers } = waiver;
  const day = (date: string) => ({ day: dayArg(date) });
  return (
    <span className="gate-waiver" data-testid={`gate-waiver-${record.number}`} data-force={problem ? "no" : "yes"}>
      <small>
        <Recorded>{record.number}</Recorded>{" "}
        {record.ended ? <T id="gate-waiver-ended" args={day(record.ended)} /> : <T id={problem?.kind === "expired" ? "gate-waiver-expired" : "gate-waiver-until"} args={day(record.expires)} />}{" "}
        <T id="gate-waiver-approved" /> {approvers.map(({ id, name }) => <Name key={id} text={name} show="one" />)}
      </small>
      <small><Name text={record.reason} /></small>
      {!record.ended && <Button label="gate-waiver-end" look="ghost" size="small" testid={`gate-waiver-end-${record.number}`} onClick={() => void end.run({ waiver: record.id })} />}
      <Failure failure={end.failure} />
    </span>
  );
}

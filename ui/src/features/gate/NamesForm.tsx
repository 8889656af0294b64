import { useState } from "react";
import type { ConditionStanding, EntryRequires, Gates, GateStanding, Text } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { Form } from "@/design";
import { Choice, Choices, type Option } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { oneLine, usePartyOptions } from "@/features/party/options";
import { type PlainId, useDisplay } from "@/i18n";
import { gateWith } from "./tones";

interface Properties {
  project: string;
  view: Gates;
  gate: GateStanding;
  condition: ConditionStanding;
  onClose: () => void;
}

/** Which records a condition asks, and who sees to it. */
export function NamesForm({ project, view, gate, condition, onClose }: Properties) {
  const save = useCommand("save_record", { failures: "inline" });
  const { people } = usePartyOptions();
  const before = gate.record.conditions.find(({ key }) => key === condition.key);
  const [requires, setRequires] = useState(condition.requires);
  const [owner, setOwner] = useState<string | null>(before?.owner ?? null);
  const submit = async () => {
    const conditions = gate.record.conditions.map((each) => (each.key === condition.key ? { ...each, owner, requires } : each));
    if (await save.run(gateWith(gate.record, { conditions }))) onClose();
  };
  return (
    <Form name="gate-names" testid="gate-names-form" failure={save.failure} save={{ testid: "gate-names-save", busy: save.busy, run: submit }} close={{ testid: "gate-names-cancel", run: onClose }}>
      <Asked project={project} view={view} gate={gate} requires={requires} onChange={setRequires} />
      <Choice label="gate-condition-owner" options={people} value={owner} onChange={setOwner} clearable="yes" speaks="record" testid="gate-names-owner" />
    </Form>
  );
}

interface AskedProperties extends Pick<Properties, "project" | "view" | "gate"> {
  requires: EntryRequires;
  onChange: (requires: EntryRequires) => void;
}

/** The field of the condition's kind. */
function Asked({ project, view, gate, requires, onChange }: AskedProperties) {
  const options = useNames(project, view);
  const { people } = usePartyOptions();
  switch (requires.kind) {
    case "deliverables_accepted":
      return <Many label="gate-condition-kind-deliverables-accepted" options={options.deliverables} value={requires.deliverables} onChange={(deliverables) => onChange({ ...requires, deliverables })} />;
    case "evidence_valid":
      return (
        <>
          <Many label="gate-condition-kind-evidence-valid" options={options.evidence} value={requires.evidence} onChange={(evidence) => onChange({ ...requires, evidence })} />
          <DateField label="gate-condition-until" sense="ahead" value={requires.until ?? null} onChange={(until) => onChange({ ...requires, until })} testid="gate-names-until" />
        </>
      );
    case "documents_signed":
      return <Many label="gate-condition-kind-documents-signed" options={options.documents} value={requires.documents} onChange={(documents) => onChange({ ...requires, documents })} />;
    case "section_signed":
      return (
        <>
          <One label="gate-condition-kind-section-signed" options={options.documents} value={requires.document ?? null} onChange={(document) => onChange({ ...requires, document })} />
          <Choice label="gate-condition-person" options={people} value={requires.person ?? null} onChange={(person) => onChange({ ...requires, person })} clearable="yes" speaks="record" testid="gate-names-person" />
        </>
      );
    case "checks_answered":
      return <Many label="gate-condition-kind-checks-answered" options={options.checks} value={requires.checks} onChange={(checks) => onChange({ ...requires, checks })} />;
    case "approvals_given":
      return <Many label="gate-condition-kind-approvals-given" options={options.approvals} value={requires.approvals} onChange={(approvals) => onChange({ ...requires, approvals })} />;
    case "date_reached":
      return <DateField label="gate-condition-day" sense="ahead" value={requires.day ?? null} onChange={(day) => onChange({ ...requires, day })} testid="gate-names-day" />;
    case "gate_passed": {
      const others = options.gates.filter(({ value }) => value !== gate.record.id);
      return <One label="gate-condition-kind-gate-passed" options={others} value={requires.gate ?? null} onChange={(other) => onChange({ ...requires, gate: other })} />;
    }
    case "hand_over_complete":
      return <One label="gate-condition-kind-hand-over-complete" options={options.handOvers} value={requires.hand_over ?? null} onChange={(hand_over) => onChange({ ...requires, hand_over })} />;
    case "no_blocking_issue":
    case "manual":
      return null;
  }
}

function Many({ label, options, value, onChange }: { label: PlainId; options: Option[]; value: string[]; onChange: (value: string[]) => void }) {
  return <Choices label={label} options={options} value={value} onChange={onChange} speaks="record" testid="gate-names-records" />;
}

function One({ label, options, value, onChange }: { label: PlainId; options: Option[]; value: string | null; onChange: (value: string | null) => void }) {
  return <Choice label={label} options={options} value={value} onChange={onChange} clearable="yes" speaks="record" testid="gate-names-records" />;
}

/** What a condition can name, found by number or words. */
function useNames(project: string, view: Gates) {
  const display = useDisplay();
  const { view: scope } = useQuery("scope_matrix", { project });
  const { view: papers } = useQuery("list_documents", { project });
  const { view: kept } = useQuery("list_records", { project, kinds: ["approval"] });
  const option = ({ id, number, title }: { id: string; number: string; title: Text }): Option => ({ value: id, label: `${number} ${oneLine(title, display)}`, search: `${title.en.words} ${title.zh.words}` });
  return {
    deliverables: (scope?.deliverables ?? []).map(({ deliverable }) => option(deliverable)),
    evidence: view.evidence.map(option),
    documents: (papers?.documents ?? []).map(({ document }) => option(document)),
    checks: view.checks.map(({ record }) => option(record)),
    approvals: (kept?.records ?? []).map(option),
    gates: view.lines.flatMap(({ gates }) => gates).map(({ record }) => option(record)),
    handOvers: view.hand_overs.map(({ record }) => option(record)),
  };
}

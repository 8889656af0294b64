import type { CheckStanding, CheckLasts, GateCheckState, Gates, Words } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, Form, placeOf, Recorded, SidePanel, Tag, useRecordForm, wordsOf } from "@/design";
import { Choice, Choices, type Option } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { HistoryButton } from "@/features/comparison/HistoryButton";
import { oneLine, usePartyOptions } from "@/features/party/options";
import { idOf, T, useDisplay, useT } from "@/i18n";
import { Reason } from "./Condition";
import { VERDICTS } from "./tones";

interface Properties {
  project: string;
  view: Gates;
  /** None: a new one. */
  check: CheckStanding | undefined;
  onShow: (id: string) => void;
  onClose: () => void;
}

interface Typed {
  title: Words;
  wanted: Words;
  note: Words;
  gate: string | null;
  state: GateCheckState;
  owner: string | null;
  decided: string | null;
  evidence: string[];
  lasts: CheckLasts;
  valid_until: string | null;
}

const STATES = ["open", "in_progress", "submitted", "accepted", "rejected", "not_applicable", "unknown"] as const;
const LASTS = ["unknown", "until", "without_end"] as const;
const BLANK: Words = { en: "", zh: "" };

function begin(check: CheckStanding | undefined): Typed {
  if (!check) return { title: BLANK, wanted: BLANK, note: BLANK, gate: null, state: "open", owner: null, decided: null, evidence: [], lasts: "unknown", valid_until: null };
  const { title, wanted, note, gate, state, owner, decided, evidence, lasts, valid_until } = check.record;
  return { title: wordsOf(title), wanted: wordsOf(wanted), note: wordsOf(note), gate: gate ?? null, state, owner: owner ?? null, decided: decided ?? null, evidence, lasts, valid_until: valid_until ?? null };
}

/** One check: what is asked, how it stands, and the form of both. */
export function CheckPanel({ project, view, check, onShow, onClose }: Properties) {
  const record = check?.record;
  return (
    <SidePanel
      testid="gate-check-panel"
      head={
        <>
          <h2>{record ? <Recorded>{record.number}</Recorded> : <T id="gate-check-add" />}</h2>
          {check && <Tag {...VERDICTS[check.verdict]} label={idOf("gate-verdict", check.verdict)} testid="gate-check-verdict" />}
          <span className="push" />
          {record && <HistoryButton noun="gate_check" id={record.id} />}
        </>
      }
    >
      {check && check.reasons.length > 0 && (
        <div className="gate-about">{check.reasons.map((reason, at) => <Reason key={at} project={project} reason={reason} />)}</div>
      )}
      <CheckForm project={project} view={view} check={check} onShow={onShow} onClose={onClose} />
    </SidePanel>
  );
}

function CheckForm({ project, view, check, onShow, onClose }: Properties) {
  const t = useT();
  const display = useDisplay();
  const record = check?.record;
  const { people } = usePartyOptions();
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_record",
    place: placeOf("gate-check", project, record?.id),
    begin: () => begin(check),
    ask: (now) => ({ record: record?.id ?? null, project, stack: record?.stack ?? null, number: record?.number ?? null, fields: { kind: "gate_check", ...now, valid_until: now.lasts === "until" ? now.valid_until : null } }),
    onSaved: (saved) => onShow(saved.record),
  });
  const remove = useCommand("remove_record", { failures: "inline" });
  const gates: Option[] = view.lines.flatMap((line) => line.gates).map(({ record: gate }) => ({ value: gate.id, label: `${gate.number} ${oneLine(gate.title, display)}` }));
  const evidence: Option[] = view.evidence.map(({ id, number, title }) => ({ value: id, label: `${number} ${oneLine(title, display)}` }));
  return (
    <Form
      name="gate-check"
      testid="gate-check-form"
      draft={draft}
      failure={save.failure ?? remove.failure}
      save={{ testid: "save-gate-check", busy: save.busy, run: submit }}
      close={{ testid: "cancel-gate-check", run: onClose }}
      acts={record && <Button label="app-remove" look="danger" testid="remove-gate-check" onClick={() => void remove.run({ kind: "gate_check", record: record.id }).then((gone) => gone && onClose())} />}
    >
      <BilingualField label="gate-check-form-title" required value={typed.title} text={record?.title} rows={2} as="stacked" onChange={(title) => set({ title })} testid="gate-check-title" />
      <BilingualField label="gate-check-form-wanted" value={typed.wanted} text={record?.wanted} rows={2} as="stacked" onChange={(wanted) => set({ wanted })} testid="gate-check-wanted" />
      <Choice label="gate-check-form-gate" options={gates} value={typed.gate} onChange={(gate) => set({ gate })} clearable="yes" speaks="record" testid="gate-check-gate" />
      <Choice label="gate-check-form-state" options={STATES.map((value) => ({ value, label: t(idOf("gate-check-state", value)) }))} value={typed.state} onChange={(state) => state && set({ state: state as GateCheckState })} testid="gate-check-state" />
      <Choice label="gate-check-form-owner" options={people} value={typed.owner} onChange={(owner) => set({ owner })} clearable="yes" speaks="record" testid="gate-check-owner" />
      <DateField label="gate-check-form-decided" sense="behind" value={typed.decided} onChange={(decided) => set({ decided })} testid="gate-check-decided" />
      <Choices label="gate-check-form-evidence" options={evidence} value={typed.evidence} onChange={(chosen) => set({ evidence: chosen })} speaks="record" testid="gate-check-evidence" />
      <Choice label="gate-check-form-lasts" options={LASTS.map((value) => ({ value, label: t(idOf("gate-check-lasts", value)) }))} value={typed.lasts} onChange={(lasts) => lasts && set({ lasts: lasts as CheckLasts })} testid="gate-check-lasts" />
      {typed.lasts === "until" && <DateField label="gate-check-form-valid-until" required sense="ahead" value={typed.valid_until} onChange={(day) => set({ valid_until: day })} testid="gate-check-valid-until" />}
      <BilingualField label="gate-check-form-note" value={typed.note} text={record?.note} rows={2} as="stacked" onChange={(note) => set({ note })} testid="gate-check-note" />
    </Form>
  );
}

import type { GateStanding, Gates } from "@/api/generated/api";
import { BilingualField, Form, placeOf, useRecordForm, wordsOf } from "@/design";
import { Choice } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { oneLine, usePartyOptions } from "@/features/party/options";
import { useDisplay } from "@/i18n";
import { gateWith, stagesOf } from "./tones";

/** What a gate is called, when it is planned, who decides and which stage begins behind it. */
export function GateForm({ view, gate, onClose }: { view: Gates; gate: GateStanding; onClose: () => void }) {
  const display = useDisplay();
  const { people } = usePartyOptions();
  const { record } = gate;
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_record",
    place: placeOf("gate", record.id),
    begin: () => ({ title: wordsOf(record.title), note: wordsOf(record.note), planned: record.planned ?? null, owner: record.owner ?? null, stage: record.stage ?? null }),
    ask: (now) => gateWith(record, now),
    onSaved: onClose,
  });
  const line = view.lines.find(({ stack }) => (stack ?? null) === (record.stack ?? null));
  const stages = stagesOf(view, line).map(({ id, title }) => ({ value: id, label: oneLine(title, display) }));
  return (
    <Form name="gate" testid="gate-form" draft={draft} failure={save.failure} save={{ testid: "save-gate", busy: save.busy, run: submit }} close={{ testid: "cancel-gate", run: onClose }}>
      <BilingualField label="gate-form-title" required value={typed.title} text={record.title} rows={2} as="stacked" onChange={(title) => set({ title })} testid="gate-form-title" />
      <BilingualField label="gate-form-note" value={typed.note} text={record.note} rows={2} as="stacked" onChange={(note) => set({ note })} testid="gate-form-note" />
      <DateField label="gate-form-planned" sense="ahead" value={typed.planned} onChange={(planned) => set({ planned })} testid="gate-form-planned" />
      <Choice label="gate-form-owner" options={people} value={typed.owner} onChange={(owner) => set({ owner })} clearable="yes" speaks="record" testid="gate-form-owner" />
      {stages.length > 0 && <Choice label="gate-form-stage" options={stages} value={typed.stage} onChange={(stage) => set({ stage })} clearable="yes" speaks="record" testid="gate-form-stage" />}
    </Form>
  );
}

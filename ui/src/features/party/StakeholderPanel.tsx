import type { Attitude, StakeholderRow, Stakeholders, Words } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, Field, Form, placeOf, Recorded, SidePanel, useRecordForm, wordsOf } from "@/design";
import { Choice } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { NumberField } from "@/design/NumberField";
import { HistoryButton } from "@/features/comparison/HistoryButton";
import { idOf, T, useT } from "@/i18n";
import { usePartyOptions } from "./options";
import { ATTITUDES, LEVELS, stakeholderWith } from "./stakeholders";

interface Properties {
  project: string;
  view: Stakeholders;
  /** None: a new one. */
  row: StakeholderRow | undefined;
  onShow: (id: string) => void;
  onClose: () => void;
}

interface Typed {
  title: Words;
  person: string | null;
  power: string | null;
  interest: string | null;
  attitude: Attitude | null;
  internal_note: string;
  rhythm: string;
  since: string | null;
  last_met: string | null;
}

function begin(row: StakeholderRow | undefined, today: string): Typed {
  if (!row) return { title: { en: "", zh: "" }, person: null, power: null, interest: null, attitude: null, internal_note: "", rhythm: "", since: today, last_met: null };
  const { title, person, power, interest, attitude, internal_note, rhythm, since, last_met } = row.record;
  const level = (value: number | null | undefined) => (value == null ? null : String(value));
  return {
    title: wordsOf(title), person: person ?? null, power: level(power), interest: level(interest), attitude: attitude ?? null, internal_note, rhythm: level(rhythm) ?? "", since: since ?? null, last_met: last_met ?? null,
  };
}

const figure = (typed: string | null): number | null => (typed === null || typed.trim() === "" ? null : Number(typed));

/** One person: how much she decides and cares, how she stands to the project, and when she was met. */
export function StakeholderPanel({ project, view, row, onShow, onClose }: Properties) {
  const t = useT();
  const record = row?.record;
  const { people } = usePartyOptions();
  const met = useCommand("save_record");
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_record",
    place: placeOf("stakeholder", project, record?.id),
    begin: () => begin(row, view.today),
    ask: (now) =>
      now.person === null
        ? undefined
        : {
            record: record?.id ?? null, project, stack: record?.stack ?? null, number: record?.number ?? null,
            fields: { kind: "stakeholder", ...now, power: figure(now.power), interest: figure(now.interest), rhythm: figure(now.rhythm) },
          },
    onSaved: (saved) => onShow(saved.record),
  });
  const remove = useCommand("remove_record", { failures: "inline" });
  const levels = LEVELS.map((level) => ({ value: String(level), label: String(level) }));
  return (
    <SidePanel
      testid="stakeholder-panel"
      head={
        <>
          <h2>{record ? <Recorded>{record.number}</Recorded> : <T id="stakeholder-add" />}</h2>
          <span className="push" />
          {record && record.last_met !== view.today && <Button label="stakeholder-met-today" size="small" testid="stakeholder-met-today" onClick={() => void met.run(stakeholderWith(record, { last_met: view.today }))} />}
          {record && <HistoryButton noun="stakeholder" id={record.id} />}
        </>
      }
    >
      <Form
        name="stakeholder"
        testid="stakeholder-form"
        draft={draft}
        failure={save.failure ?? remove.failure}
        save={{ testid: "save-stakeholder", busy: save.busy, run: submit }}
        close={{ testid: "cancel-stakeholder", run: onClose }}
        acts={record && <Button label="app-remove" look="danger" testid="remove-stakeholder" onClick={() => void remove.run({ kind: "stakeholder", record: record.id }).then((gone) => gone && onClose())} />}
      >
        <p className="small quiet"><T id="stakeholder-internal" /></p>
        <Choice label="stakeholder-form-person" required options={people} value={typed.person} onChange={(person) => set({ person })} speaks="record" testid="stakeholder-person" />
        <BilingualField label="stakeholder-form-title" required value={typed.title} text={record?.title} rows={2} as="stacked" onChange={(title) => set({ title })} testid="stakeholder-title" />
        <div className="form-row">
          <Choice label="stakeholder-form-power" options={levels} value={typed.power} onChange={(power) => set({ power })} clearable="yes" testid="stakeholder-power" />
          <Choice label="stakeholder-form-interest" options={levels} value={typed.interest} onChange={(interest) => set({ interest })} clearable="yes" testid="stakeholder-interest" />
        </div>
        <Choice label="stakeholder-attitude" options={ATTITUDES.map((value) => ({ value, label: t(idOf("stakeholder-attitude", value)) }))} value={typed.attitude} onChange={(attitude) => set({ attitude: attitude as Attitude | null })} clearable="yes" testid="stakeholder-attitude" />
        <DateField label="stakeholder-form-since" sense="behind" value={typed.since} onChange={(since) => set({ since })} testid="stakeholder-since" />
        <DateField label="stakeholder-form-last-met" sense="behind" value={typed.last_met} onChange={(last_met) => set({ last_met })} testid="stakeholder-last-met" />
        <NumberField label="stakeholder-form-rhythm" figure={{ of: "count" }} value={typed.rhythm} onChange={(rhythm) => set({ rhythm })} testid="stakeholder-rhythm" />
        <Field label="stakeholder-form-note" rows={3} value={typed.internal_note} onChange={(internal_note) => set({ internal_note })} testid="stakeholder-note" />
      </Form>
    </SidePanel>
  );
}

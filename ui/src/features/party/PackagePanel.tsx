import type { WorkPackageRow, WorkPackages } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { BilingualField, Button, Check, DateText, dayArg, Form, Labelled, placeOf, Recorded, Segments, SidePanel, Tag, useRecordForm } from "@/design";
import { Choice, Choices, type Option } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { NumberField } from "@/design/NumberField";
import { HistoryButton } from "@/features/comparison/HistoryButton";
import { idOf, T, useDisplay, useT } from "@/i18n";
import { oneLine, usePartyOptions } from "./options";
import { beginPackage, type LookTyped, MARKS, type PackageTyped, packageSaid, PARTS, PAYERS, STATES } from "./packages";

interface Properties {
  project: string;
  view: WorkPackages;
  /** None: a new one. */
  row: WorkPackageRow | undefined;
  onShow: (id: string) => void;
  onClose: () => void;
}

/** One work package: who does it, what a partner hands over, and how that is accepted and paid. */
export function PackagePanel({ project, view, row, onShow, onClose }: Properties) {
  const record = row?.record;
  return (
    <SidePanel
      testid="package-panel"
      head={
        <>
          <h2>{record ? <Recorded>{record.number}</Recorded> : <T id="package-add" />}</h2>
          {row && <Tag {...STATES[row.state]} label={idOf("package-state", row.state)} testid="package-panel-state" />}
          <span className="push" />
          {record && <HistoryButton noun="work_package" id={record.id} />}
        </>
      }
    >
      {row && <About row={row} />}
      <PackageForm project={project} view={view} row={row} onShow={onShow} onClose={onClose} />
    </SidePanel>
  );
}

/** What follows from what is recorded. */
function About({ row }: { row: WorkPackageRow }) {
  const { faults, payment } = row;
  if (faults.length === 0 && !payment) return null;
  return (
    <div className="package-about">
      {faults.map((fault, at) => <Tag key={at} tone="crimson" icon="warning" label={idOf("package-fault", fault.kind)} testid={`package-fault-${fault.kind}`} />)}
      {payment?.due && payment.starts && (
        <p data-testid="package-due">
          <b><T id="package-pay-by" /></b> <DateText date={payment.due.date} />{payment.due.certainty === "provisional" && <> <span className="small quiet"><T id="register-provisional" /></span></>} <span className="small quiet"><T id="package-counted-from" args={{ days: payment.days ?? 0, day: dayArg(payment.starts) }} /></span>
        </p>
      )}
      {payment?.problems.map((problem) => (
        <p key={problem.kind} className="small" data-testid={`package-problem-${problem.kind}`}>
          {problem.kind === "term_too_long" ? <T id="package-problem-term-too-long" args={{ agreed: problem.agreed, most: problem.most }} as="block" /> : <T id={idOf("package-problem", problem.kind)} as="block" />}
        </p>
      ))}
    </div>
  );
}

function PackageForm({ project, view, row, onShow, onClose }: Properties) {
  const display = useDisplay();
  const record = row?.record;
  const { people, organisations } = usePartyOptions();
  const { view: scope } = useQuery("scope_matrix", { project });
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_record",
    place: placeOf("work-package", project, record?.id),
    begin: () => beginPackage(row, null),
    ask: (now) => {
      const fields = packageSaid(now, row);
      return fields && { record: record?.id ?? null, project, stack: record?.stack ?? null, number: record?.number ?? null, fields };
    },
    onSaved: (saved) => onShow(saved.record),
  });
  const remove = useCommand("remove_record", { failures: "inline" });
  const others: Option[] = view.packages.filter((each) => each.record.id !== record?.id && !each.record.part_of).map((each) => ({ value: each.record.id, label: `${each.record.number} ${oneLine(each.record.title, display)}` }));
  const deliverables: Option[] = (scope?.deliverables ?? []).map(({ deliverable }) => ({ value: deliverable.id, label: `${deliverable.number} ${oneLine(deliverable.title, display)}` }));
  return (
    <Form
      name="work-package"
      testid="package-form"
      draft={draft}
      failure={save.failure ?? remove.failure}
      save={{ testid: "save-package", busy: save.busy, run: submit }}
      close={{ testid: "cancel-package", run: onClose }}
      acts={record && <Button label="app-remove" look="danger" testid="remove-package" onClick={() => void remove.run({ kind: "work_package", record: record.id }).then((gone) => gone && onClose())} />}
    >
      <BilingualField label="package-form-title" required value={typed.title} text={record?.title} rows={2} as="stacked" onChange={(title) => set({ title })} testid="package-title" />
      <BilingualField label="package-form-note" value={typed.note} text={record?.note} rows={2} as="stacked" onChange={(note) => set({ note })} testid="package-note" />
      <Choice label="package-form-part-of" options={others} value={typed.part_of} onChange={(part_of) => set({ part_of })} clearable="yes" speaks="record" testid="package-part-of" />
      {PARTS.map((part) => (
        <Choices key={part} label={idOf("package-form", part)} options={people} value={typed[part]} onChange={(chosen) => set({ [part]: chosen })} speaks="record" testid={`package-${part}`} />
      ))}
      <Choices label="package-form-deliverables" options={deliverables} value={typed.deliverables} onChange={(chosen) => set({ deliverables: chosen })} speaks="record" testid="package-deliverables" />
      <Choice label="package-form-partner" options={organisations} value={typed.partner} onChange={(partner) => set({ partner })} clearable="yes" speaks="record" testid="package-partner" />
      <DateField label="package-form-planned" sense="ahead" value={typed.planned} onChange={(planned) => set({ planned })} testid="package-planned" />
      <DateField label="package-form-forecast" sense="ahead" value={typed.forecast} onChange={(forecast) => set({ forecast })} testid="package-forecast" />
      <DateField label="package-form-handed-over" sense="behind" value={typed.handed_over} onChange={(handed_over) => set({ handed_over })} testid="package-handed-over" />
      <Looks value={typed.looks} today={view.today} onChange={(looks) => set({ looks })} people={people} />
      <Payment typed={typed} set={set} />
    </Form>
  );
}

/** The vendor's looks at what came, the oldest first. */
function Looks({ value, today, onChange, people }: { value: LookTyped[]; today: string; onChange: (looks: LookTyped[]) => void; people: Option[] }) {
  const t = useT();
  const change = (at: number, to: Partial<LookTyped>) => onChange(value.map((each, index) => (index === at ? { ...each, ...to } : each)));
  const marks = MARKS.map((mark) => ({ value: mark, label: t(idOf("mark", mark)) }));
  return (
    <div className="package-looks" role="group" data-testid="package-looks">
      <span className="field-label"><T id="package-looks" /></span>
      {value.map((look, at) => (
        <div key={at} className="package-look">
          <DateField label="package-look-on" required sense="behind" value={look.on} onChange={(on) => change(at, { on })} testid={`package-look-${at}-on`} />
          <Choice label="package-look-mark" options={marks} value={look.mark} onChange={(mark) => mark && change(at, { mark: mark as LookTyped["mark"] })} testid={`package-look-${at}-mark`} />
          <Choice label="package-look-by" options={people} value={look.by} onChange={(by) => change(at, { by })} clearable="yes" speaks="record" testid={`package-look-${at}-by`} />
          <BilingualField label="package-look-remark" value={look.remark} rows={2} as="stacked" onChange={(remark) => change(at, { remark })} testid={`package-look-${at}-remark`} />
          <Button label="app-remove" look="ghost" size="small" testid={`package-look-${at}-remove`} onClick={() => onChange(value.filter((_, index) => index !== at))} />
        </div>
      ))}
      <Button label="package-look-add" size="small" icon="plus" testid="package-look-add" onClick={() => onChange([...value, { on: today, mark: "passed", by: null, remark: { en: "", zh: "" } }])} />
    </div>
  );
}

function Payment({ typed, set }: { typed: PackageTyped; set: (change: Partial<PackageTyped>) => void }) {
  const t = useT();
  return (
    <div className="package-payment">
      <Check label="package-payment" checked={typed.pays === "yes"} onChange={(pays) => set({ pays: pays ? "yes" : "no" })} testid="package-pays" />
      {typed.pays === "yes" && (
        <>
          <Choice label="package-payer" options={PAYERS.map((value) => ({ value, label: t(idOf("package-payer", value)) }))} value={typed.payer} onChange={(payer) => payer && set({ payer: payer as PackageTyped["payer"] })} testid="package-payer" />
          <Labelled label="package-small">
            <Segments
              label={t("package-small")}
              options={(["yes", "no", "unknown"] as const).map((value) => ({ value, label: <T id={idOf("package-small", value)} /> }))}
              value={typed.small}
              onChange={(small) => set({ small })}
              testid="package-small"
            />
          </Labelled>
          <NumberField label="package-agreed-days" figure={{ of: "count" }} value={typed.agreed_days} onChange={(agreed_days) => set({ agreed_days })} testid="package-agreed-days" />
          <Check label="package-on-acceptance" checked={typed.on_acceptance} onChange={(on_acceptance) => set({ on_acceptance })} testid="package-on-acceptance" />
          {typed.on_acceptance && <NumberField label="package-acceptance-days" figure={{ of: "count" }} value={typed.acceptance} onChange={(acceptance) => set({ acceptance })} testid="package-acceptance-days" />}
          <Check label="package-pay-when-paid" checked={typed.pay_when_paid} onChange={(pay_when_paid) => set({ pay_when_paid })} testid="package-pay-when-paid" />
          <DateField label="package-paid-on" sense="behind" value={typed.paid} onChange={(paid) => set({ paid })} testid="package-paid" />
        </>
      )}
    </div>
  );
}

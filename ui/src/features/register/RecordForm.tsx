import type { KeptRecord, RegisterRow, RegisterView, Text } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, Field, Form, placeOf, useRecordForm } from "@/design";
import { Choice } from "@/design/Choice";
import type { Option } from "@/design/Choice";
import { RegisterField } from "./fields";
import type { KeptHere } from "./kinds";
import { useRegisterOptions } from "./options";
import { FIELDS, saidRecord, type Typed, typedRecord } from "./shapes";

interface Properties {
  project: string;
  view: RegisterView;
  kind: KeptHere;
  row: RegisterRow | undefined;
  /** What a new one is made from. */
  preset: Record<string, unknown> | undefined;
  stacks: Option[];
  currency: string;
  onSaved: (id: string) => void;
  onClose: () => void;
}

/** The text of a record as it is recorded, where the field is one. */
function textOf(record: KeptRecord | null, name: string): Text | undefined {
  const value = record && (record as unknown as Record<string, unknown>)[name];
  return typeof value === "object" && value !== null && "zh" in value ? (value as Text) : undefined;
}

/** A record of any register, new or recorded: one form, drawn from the fields of its kind. */
export function RecordForm({ project, view, kind, row, preset, stacks, currency, onSaved, onClose }: Properties) {
  const record = row?.record ?? null;
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_record",
    place: placeOf("register", kind, project, row?.id),
    begin: (): Typed => ({ ...typedRecord(kind, record, { today: view.today, currency, preset }), at_number: row?.number ?? "", at_stack: row?.stack ?? null }),
    ask: ({ at_number, at_stack, ...now }) => ({
      record: row?.id ?? null, project, stack: at_stack as string | null, number: (at_number as string).trim() || null, fields: saidRecord(kind, now),
    }),
    onSaved: (saved) => onSaved(saved.record),
  });
  const remove = useCommand("remove_record", { failures: "inline" });
  const options = useRegisterOptions(project, view);
  return (
    <Form
      name="register"
      testid="register-form"
      draft={draft}
      failure={save.failure ?? remove.failure}
      save={{ testid: "save-register", busy: save.busy, run: submit }}
      close={{ testid: "cancel-register", run: onClose }}
      acts={row && <Button label="app-remove" look="danger" testid="remove-register" onClick={() => void remove.run({ kind, record: row.id }).then((gone) => gone && onClose())} />}
    >
      {FIELDS[kind].map((field) => (
        <RegisterField key={field.name} field={field} value={typed[field.name]} onChange={(value) => set({ [field.name]: value })} recorded={textOf(record, field.name)} options={options} risks={view.risks} />
      ))}
      {stacks.length > 0 && <Choice label="register-field-stack" options={stacks} value={typed["at_stack"] as string | null} onChange={(stack) => set({ at_stack: stack })} clearable="yes" speaks="record" testid="register-field-stack" />}
      <Field label="register-field-number" hint={row ? undefined : "register-field-number-hint"} required={row !== undefined} value={typed["at_number"] as string} onChange={(number) => set({ at_number: number })} testid="register-field-number" />
    </Form>
  );
}

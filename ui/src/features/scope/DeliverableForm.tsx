import type { DeliverableRow, ScopeMatrix } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, Field, Form, placeOf, ReviewText, useRecordForm, wordsOf } from "@/design";
import { Choice } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { usePartyOptions } from "@/features/party/options";
import { Links } from "./Links";
import { useScopeOptions, useStacks } from "./options";
import { requirementsOf, toCriteria } from "./rows";

interface Properties {
  project: string;
  view: ScopeMatrix;
  row: DeliverableRow | undefined;
  onSaved: (id: string) => void;
  onClose: () => void;
}

/** A deliverable, new or recorded, with its links. */
export function DeliverableForm({ project, view, row, onSaved, onClose }: Properties) {
  const recorded = row?.deliverable;
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_deliverable",
    place: placeOf("deliverable", project, recorded?.id),
    begin: () => ({
      number: recorded?.number ?? "", title: wordsOf(recorded?.title), stack: recorded?.stack ?? null, organisation: recorded?.organisation ?? null,
      due: recorded?.due ?? null, handed_over: recorded?.handed_over ?? null,
    }),
    ask: (now) => ({ deliverable: recorded?.id ?? null, project, ...now }),
    onSaved: ({ deliverable }) => onSaved(deliverable),
  });
  const remove = useCommand("remove_deliverable", { failures: "inline" });
  const options = useScopeOptions(view);
  const stacks = useStacks(project);
  const { organisations } = usePartyOptions();
  return (
    <>
      <Form
        name="deliverable"
        testid="deliverable-form"
        draft={draft}
        failure={save.failure ?? remove.failure}
        save={{ testid: "save-deliverable", busy: save.busy, run: submit }}
        close={{ testid: "cancel-deliverable", run: onClose }}
        acts={recorded && <Button label="app-remove" look="danger" testid="remove-deliverable" onClick={() => void remove.run({ deliverable: recorded.id }).then((gone) => gone && onClose())} />}
      >
        <Field label="scope-number" required value={typed.number} onChange={(number) => set({ number })} testid="deliverable-number" />
        <div className="reviewed-field">
          <BilingualField label="scope-deliverable-title" required value={typed.title} text={recorded?.title} onChange={(title) => set({ title })} as="stacked" rows={2} testid="deliverable-title" />
          {recorded && <ReviewText text={recorded.title} place="deliverable_title" record={recorded.id} testid="deliverable-review" />}
        </div>
        <Choice label="scope-organisation" options={organisations} value={typed.organisation} onChange={(organisation) => set({ organisation })} clearable="yes" speaks="record" testid="deliverable-organisation" />
        {stacks.length > 0 && <Choice label="scope-stack" options={stacks} value={typed.stack} onChange={(stack) => set({ stack })} clearable="yes" speaks="record" testid="deliverable-stack" />}
        <div className="form-row">
          <DateField label="scope-due" sense="ahead" value={typed.due} onChange={(due) => set({ due })} testid="deliverable-due" />
          <DateField label="scope-handed-over" sense="behind" value={typed.handed_over} onChange={(handed_over) => set({ handed_over })} testid="deliverable-handed-over" />
        </div>
      </Form>
      {row && recorded && (
        <>
          <Links
            project={project}
            title="scope-criteria"
            ends={toCriteria(row)}
            add={{ label: "scope-link-criterion", options: options.criteria, ends: (criterion) => ({ kind: "examines", deliverable: recorded.id, criterion }) }}
            testid="deliverable-criteria"
          />
          <Links project={project} title="scope-linked-requirements" ends={requirementsOf(view, recorded.id)} testid="deliverable-requirements" />
        </>
      )}
    </>
  );
}

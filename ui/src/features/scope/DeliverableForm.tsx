import { useState } from "react";
import type { DeliverableRow, ScopeMatrix } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, DraftOffer, Failure, Field, ReviewText, placeOf, useDraft, wordsOf } from "@/design";
import { Choice, DateField } from "@/design/Choice";
import { usePartyOptions } from "@/features/party/options";
import { FormFoot } from "./FormFoot";
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
  const [clean] = useState(() => ({
    number: recorded?.number ?? "", title: wordsOf(recorded?.title), stack: recorded?.stack ?? null, organisation: recorded?.organisation ?? null,
    due: recorded?.due ?? null, handed_over: recorded?.handed_over ?? null,
  }));
  const [typed, setTyped] = useState(clean);
  const draft = useDraft(placeOf("deliverable", project, recorded?.id), typed, clean, setTyped);
  const set = (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change }));
  const save = useCommand("save_deliverable", { failures: "inline" });
  const remove = useCommand("remove_deliverable", { failures: "inline" });
  const options = useScopeOptions(view);
  const stacks = useStacks(project);
  const { organisations } = usePartyOptions();
  const submit = async () => {
    const saved = await save.run({ deliverable: recorded?.id ?? null, project, ...typed });
    if (!saved) return;
    draft.settle();
    onSaved(saved.deliverable);
  };
  return (
    <>
      <form
        className="form"
        data-testid="deliverable-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DraftOffer draft={draft} testid="deliverable" />
        <Field label="scope-number" value={typed.number} onChange={(number) => set({ number })} testid="deliverable-number" />
        <div className="reviewed-field">
          <BilingualField label="scope-deliverable-title" value={typed.title} text={recorded?.title} onChange={(title) => set({ title })} as="stacked" rows={2} testid="deliverable-title" />
          {recorded && <ReviewText text={recorded.title} place="deliverable_title" record={recorded.id} testid="deliverable-review" />}
        </div>
        <Choice label="scope-organisation" options={organisations} value={typed.organisation} onChange={(organisation) => set({ organisation })} clearable="yes" speaks="record" testid="deliverable-organisation" />
        {stacks.length > 0 && <Choice label="scope-stack" options={stacks} value={typed.stack} onChange={(stack) => set({ stack })} clearable="yes" speaks="record" testid="deliverable-stack" />}
        <div className="form-row">
          <DateField label="scope-due" value={typed.due} onChange={(due) => set({ due })} testid="deliverable-due" />
          <DateField label="scope-handed-over" value={typed.handed_over} onChange={(handed_over) => set({ handed_over })} testid="deliverable-handed-over" />
        </div>
        <Failure failure={save.failure ?? remove.failure} />
        <FormFoot
          ready={!save.busy && typed.number.trim() !== "" && (typed.title.en.trim() !== "" || typed.title.zh.trim() !== "")}
          onClose={() => {
            draft.settle();
            onClose();
          }}
          onRemove={recorded && (() => void remove.run({ deliverable: recorded.id }).then((gone) => gone && onClose()))}
          testid="deliverable"
        />
      </form>
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

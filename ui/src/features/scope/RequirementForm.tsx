import { useState } from "react";
import type { Priority, RequirementRow, ScopeMatrix } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, DraftOffer, Failure, Field, Labelled, ReviewText, Segments, placeOf, useDraft, wordsOf } from "@/design";
import { Choice } from "@/design/Choice";
import { T, useT } from "@/i18n";
import { FormFoot } from "./FormFoot";
import { Links } from "./Links";
import { useScopeOptions, useStacks } from "./options";
import { toCriteria, toDeliverables } from "./rows";

export const PRIORITIES: Priority[] = ["must", "should", "could"];

interface Properties {
  project: string;
  view: ScopeMatrix;
  row: RequirementRow | undefined;
  onSaved: (id: string) => void;
  onClose: () => void;
}

/** A requirement, new or recorded, with its links. */
export function RequirementForm({ project, view, row, onSaved, onClose }: Properties) {
  const t = useT();
  const recorded = row?.requirement;
  const [clean] = useState(() => ({
    number: recorded?.number ?? "", title: wordsOf(recorded?.title), priority: recorded?.priority ?? ("must" satisfies Priority as Priority), stack: recorded?.stack ?? null, source: recorded?.source ?? "",
  }));
  const [typed, setTyped] = useState(clean);
  const draft = useDraft(placeOf("requirement", project, recorded?.id), typed, clean, setTyped);
  const set = (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change }));
  const save = useCommand("save_requirement", { failures: "inline" });
  const remove = useCommand("remove_requirement", { failures: "inline" });
  const options = useScopeOptions(view);
  const stacks = useStacks(project);
  const submit = async () => {
    const saved = await save.run({ requirement: recorded?.id ?? null, project, ...typed });
    if (!saved) return;
    draft.settle();
    onSaved(saved.requirement);
  };
  return (
    <>
      <form
        className="form"
        data-testid="requirement-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DraftOffer draft={draft} testid="requirement" />
        <Field label="scope-number" value={typed.number} onChange={(number) => set({ number })} testid="requirement-number" />
        <div className="reviewed-field">
          <BilingualField label="scope-requirement-title" value={typed.title} text={recorded?.title} onChange={(title) => set({ title })} as="stacked" rows={2} testid="requirement-title" />
          {recorded && <ReviewText text={recorded.title} place="requirement_title" record={recorded.id} testid="requirement-review" />}
        </div>
        <Labelled label="scope-priority">
          <Segments
            label={t("scope-priority")}
            value={typed.priority}
            onChange={(priority) => set({ priority })}
            options={PRIORITIES.map((value) => ({ value, label: <T id={`scope-priority-${value}`} /> }))}
            testid="requirement-priority"
          />
        </Labelled>
        <Field label="scope-source" hint="scope-source-hint" value={typed.source} onChange={(source) => set({ source })} testid="requirement-source" />
        {stacks.length > 0 && <Choice label="scope-stack" options={stacks} value={typed.stack} onChange={(stack) => set({ stack })} clearable="yes" speaks="record" testid="requirement-stack" />}
        <Failure failure={save.failure ?? remove.failure} />
        <FormFoot
          ready={!save.busy && typed.number.trim() !== "" && (typed.title.en.trim() !== "" || typed.title.zh.trim() !== "")}
          onClose={() => {
            draft.settle();
            onClose();
          }}
          onRemove={recorded && (() => void remove.run({ requirement: recorded.id }).then((gone) => gone && onClose()))}
          testid="requirement"
        />
      </form>
      {row && recorded && (
        <>
          <Links
            project={project}
            title="scope-deliverables"
            ends={toDeliverables(row)}
            add={{ label: "scope-link-deliverable", options: options.deliverables, ends: (deliverable) => ({ kind: "delivers", requirement: recorded.id, deliverable }) }}
            testid="requirement-deliverables"
          />
          <Links
            project={project}
            title="scope-criteria"
            ends={toCriteria(row)}
            add={{ label: "scope-link-criterion", options: options.criteria, ends: (criterion) => ({ kind: "proves", requirement: recorded.id, criterion }) }}
            testid="requirement-criteria"
          />
        </>
      )}
    </>
  );
}

import type { Priority, RequirementRow, ScopeMatrix } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, Field, Form, Labelled, placeOf, ReviewText, Segments, useRecordForm, wordsOf } from "@/design";
import { Choice } from "@/design/Choice";
import { T, useT } from "@/i18n";
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
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_requirement",
    place: placeOf("requirement", project, recorded?.id),
    begin: () => ({
      number: recorded?.number ?? "", title: wordsOf(recorded?.title), priority: recorded?.priority ?? ("must" satisfies Priority as Priority), stack: recorded?.stack ?? null, source: recorded?.source ?? "",
    }),
    ask: (now) => ({ requirement: recorded?.id ?? null, project, ...now }),
    onSaved: ({ requirement }) => onSaved(requirement),
  });
  const remove = useCommand("remove_requirement", { failures: "inline" });
  const options = useScopeOptions(view);
  const stacks = useStacks(project);
  return (
    <>
      <Form
        name="requirement"
        testid="requirement-form"
        draft={draft}
        failure={save.failure ?? remove.failure}
        save={{ testid: "save-requirement", busy: save.busy, run: submit }}
        close={{ testid: "cancel-requirement", run: onClose }}
        acts={recorded && <Button label="app-remove" look="danger" testid="remove-requirement" onClick={() => void remove.run({ requirement: recorded.id }).then((gone) => gone && onClose())} />}
      >
        <Field label="scope-number" required value={typed.number} onChange={(number) => set({ number })} testid="requirement-number" />
        <div className="reviewed-field">
          <BilingualField label="scope-requirement-title" required value={typed.title} text={recorded?.title} onChange={(title) => set({ title })} as="stacked" rows={2} testid="requirement-title" />
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
      </Form>
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

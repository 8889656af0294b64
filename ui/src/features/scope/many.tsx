// What can be done with several records of the scope at once.
import { useMemo } from "react";
import type { CriterionChange, CriterionRow, DeliverableChange, DeliverableRow, Method, Priority, RequirementChange, RequirementRow, ScopeMatrix } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, useChosen } from "@/design";
import type { Choosing } from "@/design/choosing";
import { SetDay, SetTo } from "@/design/ManyActs";
import { usePartyOptions } from "@/features/party/options";
import { useT } from "@/i18n";
import { METHODS } from "./CriterionForm";
import { useScopeOptions, useStacks } from "./options";
import { PRIORITIES } from "./RequirementForm";

/** Confirming links and taking away stand at the end of every bar. */
function Rest({ onConfirm, onRemove, testid }: { onConfirm: () => void; onRemove: () => void; testid: string }) {
  return (
    <>
      <Button label="many-confirm-links" size="small" icon="link" testid={`${testid}-confirm-links`} onClick={onConfirm} />
      <Button label="app-remove" look="danger" size="small" icon="trash" testid={`${testid}-remove`} onClick={onRemove} />
    </>
  );
}

export function useManyRequirements(project: string, view: ScopeMatrix): Choosing<RequirementRow> {
  const t = useT();
  const ids = useMemo(() => view.requirements.map(({ requirement }) => requirement.id), [view]);
  const { chosen, choose, list } = useChosen(ids);
  const edit = useCommand("edit_requirements");
  const stacks = useStacks(project);
  const set = (change: RequirementChange) => void edit.run({ project, requirements: list, change });
  return {
    chosen,
    onChoose: choose,
    nameOf: ({ requirement }) => requirement.number,
    acts: (
      <>
        <SetTo label="many-set-priority" testid="many-priority" options={PRIORITIES.map((value) => ({ value, label: t(`scope-priority-${value}`) }))} onSet={(priority) => priority && set({ what: "priority", priority: priority as Priority })} />
        {stacks.length > 0 && <SetTo label="many-set-stack" testid="many-stack" options={stacks} speaks="record" empty="yes" onSet={(stack) => set({ what: "stack", stack })} />}
        <Rest testid="many" onConfirm={() => set({ what: "links_confirmed" })} onRemove={() => set({ what: "removed" })} />
      </>
    ),
  };
}

export function useManyDeliverables(project: string, view: ScopeMatrix): Choosing<DeliverableRow> {
  const ids = useMemo(() => view.deliverables.map(({ deliverable }) => deliverable.id), [view]);
  const { chosen, choose, list } = useChosen(ids);
  const edit = useCommand("edit_deliverables");
  const stacks = useStacks(project);
  const { organisations } = usePartyOptions();
  const set = (change: DeliverableChange) => void edit.run({ project, deliverables: list, change });
  return {
    chosen,
    onChoose: choose,
    nameOf: ({ deliverable }) => deliverable.number,
    acts: (
      <>
        <SetDay label="many-set-due" sense="ahead" testid="many-due" onSet={(due) => set({ what: "due", due })} />
        <SetDay label="many-set-handed-over" sense="behind" testid="many-handed-over" onSet={(handed_over) => set({ what: "handed_over", handed_over })} />
        <SetTo label="many-set-organisation" testid="many-organisation" options={organisations} speaks="record" empty="yes" onSet={(organisation) => set({ what: "organisation", organisation })} />
        {stacks.length > 0 && <SetTo label="many-set-stack" testid="many-stack" options={stacks} speaks="record" empty="yes" onSet={(stack) => set({ what: "stack", stack })} />}
        <Rest testid="many" onConfirm={() => set({ what: "links_confirmed" })} onRemove={() => set({ what: "removed" })} />
      </>
    ),
  };
}

export function useManyCriteria(project: string, view: ScopeMatrix): Choosing<CriterionRow> {
  const t = useT();
  const ids = useMemo(() => view.criteria.map(({ criterion }) => criterion.id), [view]);
  const { chosen, choose, list } = useChosen(ids);
  const edit = useCommand("edit_criteria");
  const { chapters } = useScopeOptions(view);
  const set = (change: CriterionChange) => void edit.run({ project, criteria: list, change });
  return {
    chosen,
    onChoose: choose,
    nameOf: ({ criterion }) => criterion.number,
    acts: (
      <>
        <SetTo label="many-set-chapter" testid="many-chapter" options={chapters} speaks="record" onSet={(chapter) => chapter && set({ what: "chapter", chapter })} />
        <SetTo label="many-set-method" testid="many-method" options={METHODS.map((value) => ({ value, label: t(`scope-method-${value}`) }))} onSet={(method) => method && set({ what: "method", method: method as Method })} />
        <Rest testid="many" onConfirm={() => set({ what: "links_confirmed" })} onRemove={() => set({ what: "removed" })} />
      </>
    ),
  };
}

// Records of the scope as text and on paper.
import type { CriterionRow, DeliverableRow, Organisation, RequirementRow, ScopeMatrix, Stack } from "@/api/generated/api";
import { coded, field, ofDay, ofText, said, same, type Sheet } from "@/design/sheet";
import { deliverablesOf, type LinkEnd, requirementsOf, toCriteria, toDeliverables } from "./rows";

const ends = (list: LinkEnd[]) => same(list.map(({ number }) => number).join(", "));
const kind = (id: "sheet-requirement" | "sheet-deliverable" | "sheet-criterion", number: string) => ({ en: `${said(id).en} ${number}`, zh: `${said(id).zh} ${number}` });

/** What the matrix names only by identity. */
export interface Beside {
  stacks: Stack[];
  organisations: Organisation[];
}

const stackOf = ({ stacks }: Beside, id: string | null | undefined) => {
  const stack = stacks.find((each) => each.id === id);
  return stack && ofText(stack.title);
};

export function ofRequirement(row: RequirementRow, beside: Beside): Sheet {
  const { requirement } = row;
  return {
    kind: kind("sheet-requirement", requirement.number),
    title: ofText(requirement.title),
    lines: [
      ...field("scope-priority", said(`scope-priority-${requirement.priority}`)),
      ...field("scope-source", same(requirement.source)),
      ...field("scope-stack", stackOf(beside, requirement.stack)),
      ...field("scope-deliverables", ends(toDeliverables(row))),
      ...field("scope-criteria", ends(toCriteria(row))),
    ],
  };
}

export function ofDeliverable(row: DeliverableRow, view: ScopeMatrix, beside: Beside): Sheet {
  const { deliverable } = row;
  const organisation = beside.organisations.find((each) => each.id === deliverable.organisation);
  return {
    kind: kind("sheet-deliverable", deliverable.number),
    title: ofText(deliverable.title),
    lines: [
      ...field("scope-column-state", coded(`scope-state-${row.state.replaceAll("_", "-")}`)),
      ...field("scope-organisation", organisation && ofText(organisation.name)),
      ...field("scope-stack", stackOf(beside, deliverable.stack)),
      ...field("scope-due", deliverable.due ? ofDay(deliverable.due) : null),
      ...field("scope-handed-over", deliverable.handed_over ? ofDay(deliverable.handed_over) : null),
      ...field("scope-linked-requirements", ends(requirementsOf(view, deliverable.id))),
      ...field("scope-criteria", ends(toCriteria(row))),
    ],
  };
}

export function ofCriterion({ criterion, mark }: CriterionRow, view: ScopeMatrix): Sheet {
  const chapter = view.chapters.find((each) => each.id === criterion.chapter);
  return {
    kind: kind("sheet-criterion", criterion.number),
    title: ofText(criterion.text),
    lines: [
      ...field("scope-chapter", chapter && ofText(chapter.title)),
      ...field("scope-method", criterion.method === "not-stated" ? null : said(`scope-method-${criterion.method}`)),
      ...field("scope-column-mark", coded(`mark-${mark.replaceAll("_", "-")}`)),
      ...field("scope-linked-requirements", ends(requirementsOf(view, criterion.id))),
      ...field("scope-deliverables", ends(deliverablesOf(view, criterion.id))),
    ],
  };
}

// Where a record that was found is shown.
import type { Hit } from "@/api/generated/api";
import { acceptanceAt, documentAt, documentsAt, gatesAt, overviewAt, partyAt, projectsAt, registerAt, scopeAt } from "@/window/places";

/** The page of the record with its panel open. */
export function hitAt(hit: Hit): string {
  const { id, noun, project, round } = hit;
  // Parties can stand in a workspace that has no project yet.
  if (!project) return projectsAt();
  const parent = hit.parent?.id;
  switch (noun) {
    case "project":
      return overviewAt(project);
    case "organisation":
    case "person":
    case "stakeholder":
    case "work_package":
      return partyAt(project, noun, id);
    case "requirement":
    case "deliverable":
      return scopeAt(project, id);
    case "criterion":
      return round ? acceptanceAt(project, { round, criterion: id }) : scopeAt(project, id);
    case "evidence":
      return round && parent ? acceptanceAt(project, { round, criterion: parent }) : scopeAt(project, parent);
    case "round":
      return acceptanceAt(project, { round: id });
    case "open_issue":
      return acceptanceAt(project, { ...(round && { round }), issue: id });
    case "risk":
    case "issue":
    case "change_request":
    case "decision":
    case "action":
    case "approval":
    case "letter":
    case "lesson":
      return registerAt(project, id);
    case "gate":
    case "gate_check":
    case "hand_over":
      return gatesAt(project, id);
    case "waiver":
      return gatesAt(project);
    case "document":
      return documentAt(project, id);
    case "section":
      return parent ? documentAt(project, parent) : documentsAt(project);
    default:
      // Kinds without a page of their own.
      return overviewAt(project);
  }
}

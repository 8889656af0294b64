// What stands in the way of issuing, in words, and the place where each is dealt with.
import type { Obstacle, Party, TextPlace } from "@/api/generated/api";
import { acceptanceAt, overviewAt, partiesAt, scopeAt } from "@/window/places";
import type { Arg } from "@/i18n";

/** Where an obstacle is dealt with: a place of the window, or a part of the document's own page. */
export type Way =
  | { to: "place"; path: string }
  | { to: "section"; section: string }
  | { to: "details" }
  | { to: "party"; party: Party }
  /** `signer`: this one is to be changed. */
  | { to: "signers"; signer?: string };

export interface Said {
  id: string;
  args: Record<string, Arg>;
}

export function said(obstacle: Obstacle): Said {
  switch (obstacle.kind) {
    case "text": {
      const missing = obstacle.text.en.state === "missing" || obstacle.text.zh.state === "missing";
      return { id: missing ? "document-obstacle-missing" : "document-obstacle-unreviewed", args: { label: obstacle.label } };
    }
    case "parity":
      return { id: "document-obstacle-parity", args: { label: obstacle.label } };
    case "signer_of_another_party": {
      const { name, role, organisation, is } = obstacle;
      return { id: "document-obstacle-signer-of-another-party", args: { name, role, organisation, is: is ?? "none" } };
    }
    default: {
      const { kind, ...args } = obstacle;
      return { id: `document-obstacle-${kind.replaceAll("_", "-")}`, args };
    }
  }
}

function wayToText(place: TextPlace, record: string, label: string, project: string): Way {
  switch (place) {
    case "section_text":
      return { to: "section", section: record };
    case "document_title":
      return { to: "details" };
    case "signer_capacity":
      return { to: "signers" };
    case "criterion_text":
      return { to: "place", path: acceptanceAt(project, { criterion: record }) };
    case "finding_measured":
    case "finding_remark":
      // A finding is named by the number of its criterion.
      return { to: "place", path: acceptanceAt(project, { criterion: label }) };
    case "open_issue_text":
      return { to: "place", path: acceptanceAt(project, { issue: record }) };
    case "evidence_title":
      return { to: "place", path: acceptanceAt(project) };
    case "requirement_title":
    case "deliverable_title":
    case "chapter_title":
      return { to: "place", path: scopeAt(project, record) };
    case "organisation_name":
    case "person_name":
      return { to: "place", path: partiesAt(project) };
    default:
      return { to: "place", path: overviewAt(project) };
  }
}

export function wayTo(obstacle: Obstacle, project: string): Way {
  switch (obstacle.kind) {
    case "text":
    case "parity":
      return wayToText(obstacle.place, obstacle.record, obstacle.label, project);
    case "criteria_not_tested":
    case "no_round":
      return { to: "place", path: acceptanceAt(project) };
    case "no_conclusion":
    case "conclusion_not_admissible":
      return { to: "place", path: acceptanceAt(project, { panel: "conclude" }) };
    case "issues_unassigned":
      return { to: "place", path: acceptanceAt(project, { issue: obstacle.first }) };
    case "signer_without_authority":
      return { to: "place", path: partiesAt(project) };
    case "signer_of_another_party":
      return { to: "signers", signer: obstacle.signer };
    case "party_unsigned":
    case "waiver_contradicted":
      return { to: "party", party: obstacle.party };
    case "no_date":
      return { to: "details" };
    default:
      return { to: "signers" };
  }
}

// The trace as its three lists show it.
import type { CriterionRow, DeliverableRow, Hole, HoleCounts, Mark, RequirementRow, ScopeMatrix, Trust } from "@/api/generated/api";

export type Tab = "requirements" | "deliverables" | "criteria";

export const HOLES: Hole[] = ["no_deliverable", "no_criterion", "no_evidence", "evidence_expired", "suspect_link", "not_accepted", "text_not_reviewed"];

/** The list that a hole is first looked for in. */
export function tabOf(hole: Hole, matrix: ScopeMatrix): Tab | undefined {
  const has = (rows: { holes: Hole[] }[]) => rows.some((row) => row.holes.includes(hole));
  if (has(matrix.requirements)) return "requirements";
  if (has(matrix.deliverables)) return "deliverables";
  return has(matrix.criteria) ? "criteria" : undefined;
}

export const total = (counts: HoleCounts): number => HOLES.reduce((sum, hole) => sum + counts[hole], 0);

export function withHole<Row extends { holes: Hole[] }>(rows: readonly Row[], hole: Hole | null): readonly Row[] {
  return hole === null ? rows : rows.filter((row) => row.holes.includes(hole));
}

/** A link as seen from one of its ends. */
export interface LinkEnd {
  link: string;
  /** The record at the other end. */
  record: string;
  number: string;
  trust: Trust;
}

export const toDeliverables = (row: RequirementRow): LinkEnd[] => row.deliverables.map(({ link, deliverable, number, trust }) => ({ link, record: deliverable, number, trust }));
export const toCriteria = (row: RequirementRow | DeliverableRow): LinkEnd[] => row.criteria.map(({ link, criterion, number, trust }) => ({ link, record: criterion, number, trust }));

/** The requirements that a deliverable answers or a criterion proves. */
export function requirementsOf(matrix: ScopeMatrix, record: string): LinkEnd[] {
  return matrix.requirements.flatMap((row) =>
    [...toDeliverables(row), ...toCriteria(row)].filter((end) => end.record === record).map(({ link, trust }) => ({ link, trust, record: row.requirement.id, number: row.requirement.number })),
  );
}

/** The deliverables that a criterion examines. */
export function deliverablesOf(matrix: ScopeMatrix, criterion: string): LinkEnd[] {
  return matrix.deliverables.flatMap((row) =>
    toCriteria(row).filter((end) => end.record === criterion).map(({ link, trust }) => ({ link, trust, record: row.deliverable.id, number: row.deliverable.number })),
  );
}

const GRAVEST: Mark[] = ["failed", "not_tested", "passed_with_remark", "passed"];

/** Evidence and the gravest mark of the criteria that prove a requirement; none when nothing proves it. */
export function proof(row: RequirementRow, criteria: ReadonlyMap<string, CriterionRow>): { evidence: number; mark: Mark } | undefined {
  const proving = row.criteria.flatMap(({ criterion }) => criteria.get(criterion) ?? []);
  const mark = GRAVEST.find((each) => proving.some((criterion) => criterion.mark === each));
  return mark && { evidence: proving.reduce((sum, criterion) => sum + criterion.evidence, 0), mark };
}

// What waits in the scope of a project.
import { useQuery } from "@/api/useQuery";

/** Deliverables that are late and evidence that has expired, as the project's health counts them. */
export function useLate(project: string): number | undefined {
  const { view } = useQuery("project_overview", { project });
  return view?.health.reasons.reduce((sum, reason) => (reason.kind === "deliverables_late" || reason.kind === "evidence_expired" ? sum + reason.count : sum), 0);
}

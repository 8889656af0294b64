// What waits in the acceptance of a project.
import { useQuery } from "@/api/useQuery";

/** Criteria of the newest round that are not tested yet. */
export function useUntested(project: string): number | undefined {
  const { view } = useQuery("project_overview", { project });
  return view?.rounds.at(-1)?.tally.not_tested;
}

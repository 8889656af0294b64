// What waits at the gates of a project.
import { useQuery } from "@/api/useQuery";

/** Gates that are blocked, of which nobody knows, or that no longer hold. */
export function useGatesWaiting(project: string): number | undefined {
  return useQuery("gates", { project }).view?.waiting;
}

// What waits in the registers of a project.
import { useQuery } from "@/api/useQuery";

/** Records that are late; open issues are counted with the acceptance that they are of. */
export function useLateRecords(project: string): number | undefined {
  const { view } = useQuery("register_page", { project });
  return view?.counts.reduce((sum, { kind, late }) => sum + (kind === "open_issue" ? 0 : late), 0);
}

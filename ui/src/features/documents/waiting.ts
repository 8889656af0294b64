// What waits among the documents of a project.
import { useQuery } from "@/api/useQuery";

/** Documents that are begun and not signed by everybody: in preparation, in review, or waiting for a signature. */
export function useUnsigned(project: string): number | undefined {
  const { view } = useQuery("list_documents", { project });
  return view?.documents.filter(({ document }) => ["draft", "in_review", "issued"].includes(document.state)).length;
}

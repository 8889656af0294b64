import type { ScopeMatrix, Text } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import type { Option } from "@/design/Choice";
import { oneLine } from "@/features/party/options";
import { useDisplay } from "@/i18n";

/** The records of a scope to choose from, found by number or words. */
export function useScopeOptions(view: ScopeMatrix): { deliverables: Option[]; criteria: Option[]; chapters: Option[] } {
  const display = useDisplay();
  const option = (value: string, number: string, text: Text): Option => ({ value, label: `${number} ${oneLine(text, display)}`, search: `${text.en.words} ${text.zh.words}` });
  return {
    deliverables: view.deliverables.map(({ deliverable }) => option(deliverable.id, deliverable.number, deliverable.title)),
    criteria: view.criteria.map(({ criterion }) => option(criterion.id, criterion.number, criterion.text)),
    chapters: view.chapters.map((chapter) => option(chapter.id, String(chapter.position), chapter.title)),
  };
}

/** The stacks of a project. */
export function useStacks(project: string): Option[] {
  const { view } = useQuery("project_overview", { project });
  const display = useDisplay();
  return (view?.stacks ?? []).map((stack) => ({ value: stack.id, label: oneLine(stack.title, display) }));
}

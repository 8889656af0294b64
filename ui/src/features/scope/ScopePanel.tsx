import type { ScopeMatrix } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { Recorded, SheetActs, SidePanel } from "@/design";
import { HistoryButton } from "@/features/comparison/HistoryButton";
import { T } from "@/i18n";
import { ChapterForm } from "./ChapterForm";
import { CriterionForm } from "./CriterionForm";
import { DeliverableForm } from "./DeliverableForm";
import { RequirementForm } from "./RequirementForm";
import { ofCriterion, ofDeliverable, ofRequirement } from "./sheet";

/** What the panel edits; without an id, a new record. */
export interface Shown {
  is: "requirement" | "deliverable" | "criterion" | "chapter";
  id: string | null;
}

interface Properties {
  project: string;
  view: ScopeMatrix;
  shown: Shown;
  onShow: (shown: Shown) => void;
  onClose: () => void;
}

/** The record that is selected, or a new one. */
export function ScopePanel({ project, view, shown, onShow, onClose }: Properties) {
  const { is, id } = shown;
  const { view: overview } = useQuery("project_overview", { project });
  const { view: parties } = useQuery("list_parties", { project: null });
  const beside = { stacks: overview?.stacks ?? [], organisations: parties?.organisations ?? [] };
  const requirement = view.requirements.find((row) => row.requirement.id === id);
  const deliverable = view.deliverables.find((row) => row.deliverable.id === id);
  const criterion = view.criteria.find((row) => row.criterion.id === id);
  const chapter = view.chapters.find((each) => each.id === id);
  const number = requirement?.requirement.number ?? deliverable?.deliverable.number ?? criterion?.criterion.number;
  // A record that undo has taken away has nothing left to edit.
  if (id !== null && !requirement && !deliverable && !criterion && !chapter) return null;
  const sheet = requirement
    ? () => ofRequirement(requirement, beside)
    : deliverable
      ? () => ofDeliverable(deliverable, view, beside)
      : criterion && (() => ofCriterion(criterion, view));
  const saved = (made: string) => onShow({ is, id: made });
  return (
    <SidePanel
      testid="scope-panel"
      head={
        <>
          <h2>{number !== undefined ? <Recorded>{number}</Recorded> : <T id={id === null ? `scope-add-${is}` : "scope-chapter-edit"} />}</h2>
          <span className="push" />
          {sheet && <SheetActs testid="scope" sheet={sheet} />}
          {id !== null && <HistoryButton noun={is} id={id} />}
        </>
      }
    >
      {is === "requirement" && <RequirementForm key={JSON.stringify(requirement?.requirement)} project={project} view={view} row={requirement} onSaved={saved} onClose={onClose} />}
      {is === "deliverable" && <DeliverableForm key={JSON.stringify(deliverable?.deliverable)} project={project} view={view} row={deliverable} onSaved={saved} onClose={onClose} />}
      {is === "criterion" && <CriterionForm key={JSON.stringify(criterion?.criterion)} project={project} view={view} row={criterion} onSaved={saved} onClose={onClose} />}
      {is === "chapter" && <ChapterForm key={JSON.stringify(chapter)} project={project} chapter={chapter} onSaved={saved} onClose={onClose} />}
    </SidePanel>
  );
}

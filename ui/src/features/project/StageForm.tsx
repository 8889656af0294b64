import type { Stage } from "@/api/generated/api";
import { Bilingual, Form, placeOf, SidePanel, useRecordForm } from "@/design";
import { DateField } from "@/design/DateField";
import { T } from "@/i18n";

/** Starts or ends a stage. */
export function StageForm({ stage, onClose }: { stage: Stage; onClose: () => void }) {
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "set_stage",
    place: placeOf("stage", stage.id),
    begin: () => ({ started: stage.started ?? null, ended: stage.ended ?? null }),
    ask: (now) => ({ stage: stage.id, ...now }),
  });
  return (
    <SidePanel testid="stage-panel" head={<span className="field-label"><T id="overview-stage-edit" /></span>}>
      <h2><Bilingual text={stage.title} as="stacked" /></h2>
      <Form
        name="stage"
        draft={draft}
        failure={save.failure}
        save={{ testid: "save-stage", busy: save.busy, run: submit }}
        close={{ testid: "close-stage", run: onClose }}
      >
        <DateField label="overview-stage-started" sense="behind" value={typed.started} onChange={(started) => set({ started })} testid="stage-started" />
        <DateField label="overview-stage-ended" sense="behind" value={typed.ended} onChange={(ended) => set({ ended })} testid="stage-ended" />
      </Form>
    </SidePanel>
  );
}

import { useState } from "react";
import type { Stage } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Bilingual, Button, DraftOffer, Failure, placeOf, SidePanel, useDraft } from "@/design";
import { DateField } from "@/design/Choice";
import { T } from "@/i18n";

/** Starts or ends a stage. */
export function StageForm({ stage, onClose }: { stage: Stage; onClose: () => void }) {
  const [clean] = useState(() => ({ started: stage.started ?? null, ended: stage.ended ?? null }));
  const [typed, setTyped] = useState(clean);
  const draft = useDraft(placeOf("stage", stage.id), typed, clean, setTyped);
  const save = useCommand("set_stage", { failures: "inline" });
  const submit = async () => {
    if (await save.run({ stage: stage.id, ...typed })) draft.settle();
  };
  return (
    <SidePanel testid="stage-panel" head={<span className="field-label"><T id="overview-stage-edit" /></span>}>
      <h2><Bilingual text={stage.title} as="stacked" /></h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DraftOffer draft={draft} testid="stage" />
        <DateField label="overview-stage-started" value={typed.started} onChange={(started) => setTyped((now) => ({ ...now, started }))} testid="stage-started" />
        <DateField label="overview-stage-ended" value={typed.ended} onChange={(ended) => setTyped((now) => ({ ...now, ended }))} testid="stage-ended" />
        <Failure failure={save.failure} />
        <div className="row row-end">
          <Button label="app-close" look="ghost" testid="close-stage" onClick={onClose} />
          <Button label="app-save" look="primary" type="submit" disabled={save.busy} testid="save-stage" />
        </div>
      </form>
    </SidePanel>
  );
}

import { useState } from "react";
import type { Stage } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Bilingual, Button, Failure, SidePanel } from "@/design";
import { DateField } from "@/design/Choice";
import { T } from "@/i18n";

/** Starts or ends a stage. */
export function StageForm({ stage, onClose }: { stage: Stage; onClose: () => void }) {
  const [started, setStarted] = useState(stage.started ?? null);
  const [ended, setEnded] = useState(stage.ended ?? null);
  const save = useCommand("set_stage", { failures: "inline" });
  return (
    <SidePanel testid="stage-panel" head={<span className="field-label"><T id="overview-stage-edit" /></span>}>
      <h2><Bilingual text={stage.title} as="stacked" /></h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save.run({ stage: stage.id, started, ended });
        }}
      >
        <DateField label="overview-stage-started" value={started} onChange={setStarted} testid="stage-started" />
        <DateField label="overview-stage-ended" value={ended} onChange={setEnded} testid="stage-ended" />
        <Failure failure={save.failure} />
        <div className="row row-end">
          <Button label="app-close" look="ghost" testid="close-stage" onClick={onClose} />
          <Button label="app-save" look="primary" type="submit" disabled={save.busy} testid="save-stage" />
        </div>
      </form>
    </SidePanel>
  );
}

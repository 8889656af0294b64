import { useState } from "react";
import type { ConditionStanding, GateStanding, Gates } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Bilingual, Button, DateText, Failure, Name, Recorded, SidePanel, Tag } from "@/design";
import { HistoryButton } from "@/features/comparison/HistoryButton";
import { idOf, T } from "@/i18n";
import { Condition } from "./Condition";
import { ConfirmDialog } from "./ConfirmDialog";
import { GateForm } from "./GateForm";
import { NamesForm } from "./NamesForm";
import { STATES } from "./tones";
import { WaiveDialog } from "./WaiveDialog";

interface Properties {
  project: string;
  view: Gates;
  gate: GateStanding;
  onClose: () => void;
}

type Asking = { for: "confirm" | "waive" | "names"; condition: ConditionStanding } | { for: "gate" } | null;

/** One gate: its conditions with what they rest on, and what can be done about each. */
export function GatePanel({ project, view, gate, onClose }: Properties) {
  const [asking, setAsking] = useState<Asking>(null);
  const pass = useCommand("pass_gate", { failures: "inline" });
  const { record, state } = gate;
  const done = () => setAsking(null);
  return (
    <SidePanel
      testid="gate-panel"
      head={
        <>
          <h2><Recorded>{record.number}</Recorded></h2>
          <Tag {...STATES[state]} label={idOf("gate-state", state)} testid="gate-panel-state" />
          <span className="push" />
          <HistoryButton noun="gate" id={record.id} />
          <Button label="app-close" look="ghost" size="small" testid="gate-close" onClick={onClose} />
        </>
      }
    >
      {asking?.for === "gate" ? (
        <GateForm view={view} gate={gate} onClose={done} />
      ) : (
        <div className="gate-about">
          <Bilingual text={record.title} as="stacked" />
          {(record.note.en.words || record.note.zh.words) && <Bilingual text={record.note} as="stacked" />}
          <p className="small quiet">
            {gate.owner && <><T id="gate-owner" /> <Name text={gate.owner.name} show="one" /> · </>}
            {record.passage ? <><T id="gate-passed-on" /> <DateText date={record.passage.on} /></> : record.planned && <><T id="gate-planned" /> <DateText date={record.planned} /></>}
            {gate.passed_by && <> <T id="gate-passed-by" /> <Name text={gate.passed_by.name} show="one" /></>}
          </p>
          <div className="row">
            {!record.passage && gate.lets_through && <Button label="gate-pass" look="primary" size="small" testid="gate-pass" onClick={() => void pass.run({ gate: record.id })} />}
            <Button label="gate-edit" size="small" icon="pen" testid="gate-edit" onClick={() => setAsking({ for: "gate" })} />
          </div>
          {!record.passage && gate.lets_through && <p className="small"><T id="gate-pass-hint" as="block" /></p>}
          <Failure failure={pass.failure} />
        </div>
      )}
      {asking?.for === "names" ? (
        <NamesForm project={project} view={view} gate={gate} condition={asking.condition} onClose={done} />
      ) : (
        <ul className="gate-conditions">
          {gate.conditions.map((condition) => (
            <Condition
              key={condition.key}
              project={project}
              gate={gate}
              condition={condition}
              onConfirm={() => setAsking({ for: "confirm", condition })}
              onWaive={() => setAsking({ for: "waive", condition })}
              onNames={() => setAsking({ for: "names", condition })}
            />
          ))}
        </ul>
      )}
      {asking?.for === "confirm" && <ConfirmDialog gate={gate} condition={asking.condition} onClose={done} />}
      {asking?.for === "waive" && <WaiveDialog gate={gate} condition={asking.condition} today={view.today} onClose={done} />}
    </SidePanel>
  );
}

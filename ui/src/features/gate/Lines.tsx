import type { GateStanding, Gates, Stage } from "@/api/generated/api";
import { DateText, Name, Recorded, SectionHead, StageStrip, Tag } from "@/design";
import { idOf, T } from "@/i18n";
import { STATES, stagesOf } from "./tones";

interface Chosen {
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** Every line of stages with its gates: the whole project's, then each stack's that runs by itself. */
export function Lines({ view, ...chosen }: Chosen & { view: Gates }) {
  const lines = view.lines.filter(({ gates }) => gates.length > 0);
  const all = view.lines.flatMap(({ stages }) => stages);
  return (
    <>
      {lines.map((line) => (
        <section key={line.stack ?? "project"} className="gate-line" data-testid="gate-line">
          <SectionHead title={line.title ? <Name text={line.title} /> : <T id="gate-line-project" />} />
          <StageStrip stages={stagesOf(view, line)} />
          <ol className="gate-steps">
            {line.gates.map((gate) => (
              <Step key={gate.record.id} gate={gate} stage={all.find(({ id }) => id === gate.stage)} {...chosen} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Step({ gate, stage, chosen, onChoose }: Chosen & { gate: GateStanding; stage: Stage | undefined }) {
  const { record, state } = gate;
  const held = gate.conditions.filter(({ verdict }) => verdict !== "met" && verdict !== "waived").length;
  return (
    <li>
      <button type="button" className="gate-step" aria-current={chosen === record.id} data-state={state} data-testid={`gate-${record.number}`} onClick={() => onChoose(record.id)}>
        <span className="gate-step-head">
          <Recorded className="faint small">{record.number}</Recorded>
          <Tag {...STATES[state]} label={idOf("gate-state", state)} testid={`gate-state-${record.number}`} />
        </span>
        <b><Name text={record.title} /></b>
        <small>{stage ? <T id="gate-opens" args={{ stage: stage.title }} /> : <T id="gate-within" />}</small>
        <small>
          {record.passage ? <><T id="gate-passed-on" /> <DateText date={record.passage.on} /></> : record.planned && <><T id="gate-planned" /> <DateText date={record.planned} /></>}
        </small>
        {!record.passage && <small><T id="gate-count" args={{ held, all: gate.conditions.length }} /></small>}
      </button>
    </li>
  );
}

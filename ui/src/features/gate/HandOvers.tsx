import { useState } from "react";
import type { Gates, HandOverStanding, Words } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { BilingualField, Button, DateText, EmptyState, Failure, Form, Name, Recorded, SectionHead, Tag } from "@/design";
import { Choice, type Option } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { oneLine, usePartyOptions } from "@/features/party/options";
import { idOf, T, useDisplay } from "@/i18n";
import { scopeAt } from "@/window/places";
import { navigate } from "@/window/routes";
import { handOverWith, VERDICTS } from "./tones";

type HandOverPoint = HandOverStanding["record"]["items"][number];

/** What one part of the vendor hands to another: points, promises, and whether both sides said that it is whole. */
export function HandOvers({ project, view }: { project: string; view: Gates }) {
  if (view.hand_overs.length === 0) return <EmptyState title="gate-hand-over-empty" hint="gate-hand-over-empty-hint" testid="gate-hand-over-empty" />;
  return (
    <>
      {view.hand_overs.map((standing) => (
        <HandOver key={standing.record.id} project={project} standing={standing} today={view.today} />
      ))}
    </>
  );
}

function HandOver({ project, standing, today }: { project: string; standing: HandOverStanding; today: string }) {
  const save = useCommand("save_record", { failures: "inline" });
  const [adding, setAdding] = useState<"yes" | "no">("no");
  const { record, verdict, from, to } = standing;
  const turn = (point: HandOverPoint) => {
    const items = record.items.map((each) => (each.key === point.key ? { ...each, done: each.done ? null : today } : each));
    void save.run(handOverWith(record, { items }));
  };
  return (
    <section className="gate-hand-over" data-testid={`hand-over-${record.number}`} data-verdict={verdict}>
      <SectionHead
        title={<><Recorded className="faint small">{record.number}</Recorded> <Name text={record.title} /></>}
        aside={<Tag {...VERDICTS[verdict]} label={idOf("gate-verdict", verdict)} testid={`hand-over-verdict-${record.number}`} />}
      />
      <p className="small quiet">
        {from && <><T id="gate-hand-over-from" /> <Name text={from.name} show="one" /> </>}
        {to && <><T id="gate-hand-over-to" /> <Name text={to.name} show="one" /> </>}
        <T id="gate-hand-over-open" args={{ open: standing.open }} />
      </p>
      <ul className="gate-points">
        {record.items.map((point) => (
          <li key={point.key}>
            <label className="check">
              <input type="checkbox" checked={point.done != null} disabled={save.busy} data-testid={`hand-over-${record.number}-${point.key}`} onChange={() => turn(point)} />
              <Name text={point.title} />
              {point.done && <small className="quiet"><DateText date={point.done} /></small>}
            </label>
          </li>
        ))}
      </ul>
      <Promises project={project} standing={standing} />
      <div className="gate-acts">
        {record.given ? <small><T id="gate-hand-over-given" /> <DateText date={record.given} /></small> : <Button label="gate-hand-over-give" size="small" testid={`hand-over-give-${record.number}`} onClick={() => void save.run(handOverWith(record, { given: today }))} />}
        {record.taken ? <small><T id="gate-hand-over-taken" /> <DateText date={record.taken} /></small> : record.given && <Button label="gate-hand-over-take" size="small" testid={`hand-over-take-${record.number}`} onClick={() => void save.run(handOverWith(record, { taken: today }))} />}
        {adding === "no" && <Button label="gate-hand-over-promise-add" look="ghost" size="small" icon="plus" testid={`hand-over-promise-${record.number}`} onClick={() => setAdding("yes")} />}
      </div>
      <Failure failure={save.failure} />
      {adding === "yes" && <PromiseForm project={project} standing={standing} onClose={() => setAdding("no")} />}
    </section>
  );
}

function Promises({ project, standing }: { project: string; standing: HandOverStanding }) {
  const { record, requirements } = standing;
  if (record.promises.length === 0) return null;
  return (
    <div className="gate-promises">
      <span className="field-label"><T id="gate-hand-over-promises" /></span>
      <ul>
        {record.promises.map((promise) => {
          const said = requirements.find((each) => each.promise === promise.key)?.requirement;
          return (
            <li key={promise.key} data-testid={`promise-${promise.key}`} data-traced={said ? "yes" : "no"}>
              <Recorded className="faint small">{promise.key}</Recorded> <Name text={promise.text} />{" "}
              {promise.due && <small className="quiet"><DateText date={promise.due} /></small>}{" "}
              {said ? (
                <button type="button" className="gate-link" data-testid={`promise-requirement-${promise.key}`} onClick={() => navigate(scopeAt(project, said.id))}><Recorded>{said.number}</Recorded></button>
              ) : (
                <Tag tone="crimson" icon="warning" label="gate-hand-over-no-requirement" />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const BLANK: Words = { en: "", zh: "" };

/** The next key of a promise: one beyond the highest. */
const nextKey = (promises: readonly { key: string }[]): string => {
  const numbers = promises.map(({ key }) => Number(/\d+$/.exec(key)?.[0] ?? 0));
  return `PR-${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}`;
};

function PromiseForm({ project, standing, onClose }: { project: string; standing: HandOverStanding; onClose: () => void }) {
  const display = useDisplay();
  const save = useCommand("save_record", { failures: "inline" });
  const { people } = usePartyOptions();
  const { view: scope } = useQuery("scope_matrix", { project });
  const [text, setText] = useState(BLANK);
  const [to, setTo] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const [requirement, setRequirement] = useState<string | null>(null);
  const { record } = standing;
  const requirements: Option[] = (scope?.requirements ?? []).map((row) => ({ value: row.requirement.id, label: `${row.requirement.number} ${oneLine(row.requirement.title, display)}` }));
  const submit = async () => {
    const promises = [...record.promises, { key: nextKey(record.promises), text, made_to: to, due, requirement }];
    if (await save.run(handOverWith(record, { promises }))) onClose();
  };
  return (
    <Form name="hand-over-promise" testid="promise-form" failure={save.failure} save={{ testid: "save-promise", busy: save.busy, run: submit }} close={{ testid: "cancel-promise", run: onClose }}>
      <BilingualField label="gate-hand-over-promise" required value={text} rows={2} as="stacked" onChange={setText} testid="promise-text" />
      <Choice label="gate-hand-over-made-to" options={people} value={to} onChange={setTo} clearable="yes" speaks="record" testid="promise-made-to" />
      <DateField label="gate-hand-over-due" sense="ahead" value={due} onChange={setDue} testid="promise-due" />
      <Choice label="gate-hand-over-requirement" options={requirements} value={requirement} onChange={setRequirement} clearable="yes" speaks="record" testid="promise-requirement" />
    </Form>
  );
}

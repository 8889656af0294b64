import type { RegisterRow, RegisterView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { Bilingual, Button, DateText, Failure, Recorded, SidePanel, Tag } from "@/design";
import { HistoryButton } from "@/features/comparison/HistoryButton";
import { oneLine } from "@/features/party/options";
import { Coded, idOf, T, useDisplay } from "@/i18n";
import { acceptanceAt } from "@/window/places";
import { navigate } from "@/window/routes";
import { actsOf, patched, type QuickAct } from "./acts";
import { Facts } from "./Facts";
import { isKeptHere, type KeptHere, recordOf, TONES } from "./kinds";
import { RecordForm } from "./RecordForm";
import { Days } from "./RegisterTable";

/** What the panel shows: a record, or a new one of a kind. */
export type Shown = { is: "record"; id: string } | { is: "new"; kind: KeptHere; preset?: Record<string, unknown> } | { is: "matrix" };

interface Properties {
  project: string;
  view: RegisterView;
  shown: Exclude<Shown, { is: "matrix" }>;
  onShow: (shown: Shown) => void;
  onClose: () => void;
}

export function RecordPanel({ project, view, shown, onShow, onClose }: Properties) {
  const { view: overview } = useQuery("project_overview", { project });
  const display = useDisplay();
  const row = shown.is === "record" ? view.rows.find(({ id }) => id === shown.id) : undefined;
  // A record that undo has taken away has nothing left to edit.
  if (shown.is === "record" && !row) return null;
  const kind = shown.is === "new" ? shown.kind : row && isKeptHere(row.kind) ? row.kind : null;
  const stacks = (overview?.stacks ?? []).map((stack) => ({ value: stack.id, label: oneLine(stack.title, display) }));
  return (
    <SidePanel
      testid="register-panel"
      head={
        <>
          <h2>{row ? <Recorded>{row.number}</Recorded> : kind && <T id={idOf("register-add", kind)} />}</h2>
          {row && <Tag {...TONES[row.state]} label={idOf("register-state", row.state)} testid="register-state" />}
          <span className="push" />
          {row && <HistoryButton noun={row.kind} id={row.id} />}
        </>
      }
    >
      {row && (
        <div className="register-record">
          <Bilingual text={row.title} as="stacked" />
          {row.day && row.day_is && (
            <p className="small quiet">
              <T id={idOf("register-day", row.day_is)} /> <DateText date={row.day} /> <span className={row.is_late ? "register-lacks" : undefined}><Days row={row} /></span>
            </p>
          )}
          <QuickActs project={project} view={view} row={row} onShow={onShow} />
          <Facts view={view} row={row} onShow={(id) => onShow({ is: "record", id })} />
        </div>
      )}
      {kind && (
        <RecordForm
          key={JSON.stringify([row?.record ?? shown, view.risks.matrix.size])}
          project={project}
          view={view}
          kind={kind}
          row={row}
          preset={shown.is === "new" ? shown.preset : undefined}
          stacks={stacks}
          currency={overview?.contract?.currency ?? "CNY"}
          onSaved={(id) => onShow({ is: "record", id })}
          onClose={onClose}
        />
      )}
    </SidePanel>
  );
}

function QuickActs({ project, view, row, onShow }: Omit<Properties, "shown" | "onClose"> & { row: RegisterRow }) {
  const save = useCommand("save_record", { failures: "inline" });
  const happened = useCommand("risk_happened", { failures: "inline" });
  const decide = useCommand("decide_change", { failures: "inline" });
  const { record, round } = row;
  if (!record)
    return (
      <div className="row" data-testid="register-acts">
        <span className="small quiet"><T id="register-open-issue-text" as="block" /></span>
        <Button label="register-open-issue-go" size="small" icon="open" testid="register-open-issue" onClick={() => navigate(acceptanceAt(project, { ...(round && { round }), issue: row.id }))} />
      </div>
    );
  const change = recordOf(row, "change_request");
  const waiting = change ? row.owners.filter(({ id }) => row.change?.waits_for.includes(id)) : [];
  const isSettled = view.rows.some(({ kind, links }) => kind === "decision" && links.some(({ field, id }) => field === "change" && id === row.id));
  const acts = actsOf(record, { today: view.today, waiting, isSettled });
  const run = async ({ effect }: QuickAct) => {
    switch (effect.does) {
      case "save":
        await save.run(patched(record, effect.change));
        return;
      case "happened": {
        const made = await happened.run({ risk: record.id });
        if (made) onShow({ is: "record", id: made.record });
        return;
      }
      case "decide":
        await decide.run({ change: record.id, verdict: effect.verdict });
        return;
      case "begin":
        onShow({ is: "new", kind: effect.kind, preset: effect.preset });
    }
  };
  const busy = save.busy || happened.busy || decide.busy;
  if (acts.length === 0) return null;
  return (
    <>
      <div className="register-acts" data-testid="register-acts">
        {acts.map((act) => (
          <button key={act.name} type="button" className={act.look === "primary" ? "button button-small button-primary" : "button button-small"} disabled={busy} data-testid={`register-act-${act.name}`} onClick={() => void run(act)}>
            <Coded id={act.label} args={act.args ?? {}} />
          </button>
        ))}
      </div>
      <Failure failure={save.failure ?? happened.failure ?? decide.failure} />
    </>
  );
}

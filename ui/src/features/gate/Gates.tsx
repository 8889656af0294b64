import { useState } from "react";
import type { GateStanding, Gates as GatesView } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { Button, EmptyState, Failure, Page, Segments, Skeleton } from "@/design";
import { T, useT } from "@/i18n";
import { useLocation, type PageProperties } from "@/window/routes";
import { CheckPanel } from "./CheckPanel";
import { Checks } from "./Checks";
import { GatePanel } from "./GatePanel";
import { HandOvers } from "./HandOvers";
import { Lines } from "./Lines";
import { SetUpDialog } from "./SetUpDialog";
import "./gate.css";

type View = "gates" | "checks" | "hand_overs";

/** What must hold before each stage begins, the checks that prove it, and what one part of the vendor hands to another. */
export default function Gates({ params }: PageProperties) {
  const project = params["project"] ?? "";
  const { view, failure } = useQuery("gates", { project });
  return view ? (
    <Standing project={project} view={view} />
  ) : (
    <Page testid="page-gates" title={<T id="gate-title" />}>
      <Failure failure={failure} />
      {!failure && <Skeleton lines={8} />}
    </Page>
  );
}

/** What a link asks to be shown. */
function asked(view: GatesView, record: string | null): { view: View; shown: string | null } {
  if (view.checks.some((check) => check.record.id === record)) return { view: "checks", shown: record };
  if (view.hand_overs.some((each) => each.record.id === record)) return { view: "hand_overs", shown: null };
  return { view: "gates", shown: record };
}

function Standing({ project, view }: { project: string; view: GatesView }) {
  const t = useT();
  const { query } = useLocation();
  const first = asked(view, query.get("record"));
  const [part, setPart] = useState<View>(first.view);
  const [shown, setShown] = useState<string | null>(first.shown);
  const [settingUp, setSettingUp] = useState<"yes" | "no">("no");
  const gates = view.lines.flatMap((line) => line.gates);
  const gate: GateStanding | undefined = gates.find(({ record }) => record.id === shown);
  const check = view.checks.find(({ record }) => record.id === shown);
  const close = () => setShown(null);
  const choose = (next: View) => {
    setPart(next);
    close();
  };
  const panel =
    part === "checks" && (check ?? shown === "new") ? (
      <CheckPanel key={`${shown ?? ""} ${JSON.stringify(check?.record)}`} project={project} view={view} check={check} onShow={setShown} onClose={close} />
    ) : part === "gates" && gate ? (
      <GatePanel key={gate.record.id} project={project} view={view} gate={gate} onClose={close} />
    ) : null;
  return (
    <Page
      testid="page-gates"
      title={<T id="gate-title" />}
      body={part === "checks" ? "fill" : "scroll"}
      actions={
        part === "checks" ? (
          <Button label="gate-check-add" look="primary" icon="plus" testid="gate-check-add" onClick={() => setShown("new")} />
        ) : (
          part === "gates" && <Button label="gate-set-up" look={gates.length === 0 ? "primary" : "plain"} testid="gate-set-up" onClick={() => setSettingUp("yes")} />
        )
      }
      panel={panel}
    >
      <div className="gate-views">
        <Segments
          label={t("gate-title")}
          options={[
            { value: "gates", label: <T id="gate-view-gates" /> },
            { value: "checks", label: <T id="gate-view-checks" /> },
            { value: "hand_overs", label: <T id="gate-view-hand-overs" /> },
          ]}
          value={part}
          onChange={choose}
          testid="gate-view"
        />
      </div>
      {part === "gates" && (gates.length === 0 ? <EmptyState title="gate-empty" hint="gate-empty-hint" testid="gate-empty" /> : <Lines view={view} chosen={gate?.record.id ?? null} onChoose={setShown} />)}
      {part === "checks" && <Checks view={view} chosen={check?.record.id ?? null} onChoose={setShown} />}
      {part === "hand_overs" && <HandOvers project={project} view={view} />}
      {settingUp === "yes" && <SetUpDialog project={project} onClose={() => setSettingUp("no")} />}
    </Page>
  );
}

import { useState } from "react";
import type { Round, SaveRound } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, Failure, Field, Labelled, Segments, SidePanel } from "@/design";
import { DateField } from "@/design/Choice";
import { HistoryButton } from "@/features/comparison/HistoryButton";
import { T, useT } from "@/i18n";

interface Properties {
  project: string;
  /** None for a new one. */
  round: Round | null;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** A round and its days; the clock of silence starts from the day the notice was received. */
export function RoundPanel({ project, round, onClose, onSaved }: Properties) {
  const t = useT();
  const save = useCommand("save_round", { failures: "inline" });
  const [typed, setTyped] = useState<Omit<SaveRound, "project" | "round">>(() => ({
    number: round?.number ?? "",
    kind: round?.kind ?? "preliminary",
    planned: round?.planned ?? null,
    notice: round?.notice ?? null,
    meeting: round?.meeting ?? null,
  }));
  const set = <K extends keyof typeof typed>(key: K, value: (typeof typed)[K]) => setTyped((now) => ({ ...now, [key]: value }));
  const submit = async () => {
    const saved = await save.run({ round: round?.id ?? null, project, ...typed });
    if (!saved) return;
    onSaved(saved.round);
    onClose();
  };
  return (
    <SidePanel
      testid="acceptance-round-panel"
      head={
        <>
          <h2>{round ? <T id="acceptance-round-edit" /> : <T id="acceptance-new-round" />}</h2>
          <span className="push" />
          {round && <HistoryButton noun="round" id={round.id} />}
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field label="acceptance-round-number" value={typed.number} onChange={(number) => set("number", number)} required testid="acceptance-round-number" />
        <Labelled label="acceptance-round-kind">
          <Segments
            label={t("acceptance-round-kind")}
            value={typed.kind}
            onChange={(kind) => set("kind", kind)}
            options={[
              { value: "preliminary", label: <T id="acceptance-kind-preliminary" /> },
              { value: "final", label: <T id="acceptance-kind-final" /> },
            ]}
            testid="acceptance-round-kind"
          />
        </Labelled>
        <DateField label="acceptance-round-planned" value={typed.planned ?? null} onChange={(day) => set("planned", day)} testid="acceptance-round-planned" />
        <DateField label="acceptance-round-notice" hint="acceptance-round-notice-hint" value={typed.notice ?? null} onChange={(day) => set("notice", day)} testid="acceptance-round-notice" />
        <DateField label="acceptance-round-meeting" value={typed.meeting ?? null} onChange={(day) => set("meeting", day)} testid="acceptance-round-meeting" />
        <Failure failure={save.failure} />
        <div className="row row-end">
          <Button label="app-cancel" look="ghost" testid="acceptance-round-cancel" onClick={onClose} />
          <Button label="app-save" type="submit" disabled={save.busy || !typed.number.trim()} testid="acceptance-round-save" />
        </div>
      </form>
    </SidePanel>
  );
}

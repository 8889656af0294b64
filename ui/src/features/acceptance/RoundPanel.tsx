import type { Round, SaveRound } from "@/api/generated/api";
import { Field, Form, Labelled, placeOf, Segments, SidePanel, useRecordForm } from "@/design";
import { DateField } from "@/design/DateField";
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
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_round",
    place: placeOf("round", project, round?.id),
    begin: (): Omit<SaveRound, "project" | "round"> => ({
      number: round?.number ?? "",
      kind: round?.kind ?? "preliminary",
      planned: round?.planned ?? null,
      notice: round?.notice ?? null,
      meeting: round?.meeting ?? null,
    }),
    ask: (now) => ({ round: round?.id ?? null, project, ...now }),
    onSaved: (saved) => {
      onSaved(saved.round);
      onClose();
    },
  });
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
      <Form
        name="round"
        draft={draft}
        failure={save.failure}
        save={{ testid: "acceptance-round-save", busy: save.busy, run: submit }}
        close={{ testid: "acceptance-round-cancel", run: onClose }}
      >
        <Field label="acceptance-round-number" value={typed.number} onChange={(number) => set({ number })} required testid="acceptance-round-number" />
        <Labelled label="acceptance-round-kind">
          <Segments
            label={t("acceptance-round-kind")}
            value={typed.kind}
            onChange={(kind) => set({ kind })}
            options={[
              { value: "preliminary", label: <T id="acceptance-kind-preliminary" /> },
              { value: "final", label: <T id="acceptance-kind-final" /> },
            ]}
            testid="acceptance-round-kind"
          />
        </Labelled>
        <DateField label="acceptance-round-planned" sense="ahead" value={typed.planned ?? null} onChange={(day) => set({ planned: day })} testid="acceptance-round-planned" />
        <DateField label="acceptance-round-notice" hint="acceptance-round-notice-hint" sense="behind" value={typed.notice ?? null} onChange={(day) => set({ notice: day })} testid="acceptance-round-notice" />
        <DateField label="acceptance-round-meeting" value={typed.meeting ?? null} onChange={(day) => set({ meeting: day })} testid="acceptance-round-meeting" />
      </Form>
    </SidePanel>
  );
}

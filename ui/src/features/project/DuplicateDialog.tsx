import type { Project, Words } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useWorkspace } from "@/window/session";
import { BilingualField, Field, FormDialog, Labelled, placeOf, Segments, useTyping, wordsOf } from "@/design";
import { DateField } from "@/design/DateField";
import { T, useT } from "@/i18n";

interface Typed {
  number: string;
  title: Words;
  /** What becomes of planned days. */
  days: "shifted" | "cleared";
  start: string | null;
}

/** Another project of what this one is built of. */
export function DuplicateDialog({ project, onMade, onClose }: { project: Project; onMade: (id: string) => void; onClose: () => void }) {
  const t = useT();
  const { open } = useWorkspace();
  const { typed, set, draft } = useTyping(placeOf("project_duplicate", project.id), (): Typed => ({ number: "", title: wordsOf(project.title), days: "shifted", start: open?.today ?? null }));
  const duplicate = useCommand("duplicate_project", { failures: "inline" });
  const { number, title, days, start } = typed;
  const submit = async () => {
    const made = await duplicate.run({ project: project.id, number, title, start: days === "shifted" ? start : null });
    if (!made) return;
    draft.settle();
    onMade(made.project);
  };
  return (
    <FormDialog
      name="project-duplicate"
      title="project-duplicate-title"
      intro="project-duplicate-intro"
      onClose={onClose}
      width={620}
      draft={draft}
      save={{ label: "project-duplicate-make", testid: "duplicate-make", busy: duplicate.busy, run: submit }}
      closeTestid="duplicate-cancel"
      failure={duplicate.failure}
      testid="duplicate-project-dialog"
    >
      <Field label="project-number" required value={number} onChange={(number) => set({ number })} autoFocus testid="duplicate-number" />
      <BilingualField label="project-title" required value={title} onChange={(title) => set({ title })} testid="duplicate-title" />
      <Labelled label="project-dates">
        <Segments
          label={t("project-dates")}
          value={days}
          onChange={(days) => set({ days })}
          options={[
            { value: "shifted", label: <T id="project-dates-shifted" /> },
            { value: "cleared", label: <T id="project-dates-cleared" /> },
          ]}
          testid="duplicate-dates"
        />
      </Labelled>
      {days === "shifted" && <DateField label="project-start" hint="project-start-hint" required sense="ahead" value={start} onChange={(start) => set({ start })} testid="duplicate-start" />}
    </FormDialog>
  );
}

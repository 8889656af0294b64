import { useState } from "react";
import type { Project } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useWorkspace } from "@/app/session";
import { BilingualField, Field, FormDialog, Labelled, Segments, wordsOf } from "@/design";
import { DateField } from "@/design/Choice";
import { T, useT } from "@/i18n";

/** Another project of what this one is built of. */
export function DuplicateDialog({ project, onMade, onClose }: { project: Project; onMade: (id: string) => void; onClose: () => void }) {
  const t = useT();
  const { open } = useWorkspace();
  const [number, setNumber] = useState("");
  const [title, setTitle] = useState(() => wordsOf(project.title));
  const [days, setDays] = useState<"shifted" | "cleared">("shifted");
  const [start, setStart] = useState<string | null>(open?.today ?? null);
  const duplicate = useCommand("duplicate_project", { failures: "inline" });
  const submit = async () => {
    const made = await duplicate.run({ project: project.id, number, title, start: days === "shifted" ? start : null });
    if (made) onMade(made.project);
  };
  const ready = number.trim() !== "" && (title.en.trim() !== "" || title.zh.trim() !== "") && (days === "cleared" || start !== null);
  return (
    <FormDialog
      title="project-duplicate-title"
      intro="project-duplicate-intro"
      onClose={onClose}
      width={620}
      submit={{ label: "project-duplicate-make", testid: "duplicate-make", ready: ready && !duplicate.busy, run: submit }}
      cancelTestid="duplicate-cancel"
      failure={duplicate.failure}
      testid="duplicate-project-dialog"
    >
      <Field label="project-number" value={number} onChange={setNumber} autoFocus testid="duplicate-number" />
      <BilingualField label="project-title" value={title} onChange={setTitle} testid="duplicate-title" />
      <Labelled label="project-dates">
        <Segments
          label={t("project-dates")}
          value={days}
          onChange={setDays}
          options={[
            { value: "shifted", label: <T id="project-dates-shifted" /> },
            { value: "cleared", label: <T id="project-dates-cleared" /> },
          ]}
          testid="duplicate-dates"
        />
      </Labelled>
      {days === "shifted" && <DateField label="project-start" hint="project-start-hint" value={start} onChange={setStart} testid="duplicate-start" />}
    </FormDialog>
  );
}

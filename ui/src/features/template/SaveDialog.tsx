import { useState } from "react";
import type { Project } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, FormDialog, wordsOf } from "@/design";

/** Keeps a project as a template. */
export function SaveDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const [name, setName] = useState(() => wordsOf(project.title));
  const save = useCommand("save_template", { failures: "inline" });
  const submit = async () => {
    if (await save.run({ project: project.id, name })) onClose();
  };
  return (
    <FormDialog
      title="template-save-title"
      intro="template-save-intro"
      onClose={onClose}
      width={620}
      submit={{ label: "template-keep", testid: "template-keep", ready: !save.busy && Boolean(name.en.trim() || name.zh.trim()), run: submit }}
      cancelTestid="template-cancel"
      failure={save.failure}
      testid="save-template-dialog"
    >
      <BilingualField label="template-name" value={name} onChange={setName} testid="template-name" />
    </FormDialog>
  );
}

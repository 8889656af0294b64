import type { Project } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, FormDialog, placeOf, useTyping, wordsOf } from "@/design";

/** Keeps a project as a template. */
export function SaveDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const { typed: name, take, draft } = useTyping(placeOf("template", project.id), () => wordsOf(project.title));
  const save = useCommand("save_template", { failures: "inline" });
  const submit = async () => {
    if (!(await save.run({ project: project.id, name }))) return;
    draft.settle();
    onClose();
  };
  return (
    <FormDialog
      name="template"
      draft={draft}
      title="template-save-title"
      intro="template-save-intro"
      onClose={onClose}
      width={620}
      save={{ label: "template-keep", testid: "template-keep", busy: save.busy, run: submit }}
      closeTestid="template-cancel"
      failure={save.failure}
      testid="save-template-dialog"
    >
      <BilingualField label="template-name" required value={name} onChange={take} testid="template-name" />
    </FormDialog>
  );
}

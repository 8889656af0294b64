import { useState } from "react";
import type { Project } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, Dialog, Failure, wordsOf } from "@/design";
import { T } from "@/i18n";

/** Keeps a project as a template. */
export function SaveDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const [name, setName] = useState(() => wordsOf(project.title));
  const save = useCommand("save_template", { failures: "inline" });
  const submit = async () => {
    if (await save.run({ project: project.id, name })) onClose();
  };
  return (
    <Dialog title="template-save-title" onClose={onClose} width={620} testid="save-template-dialog">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="quiet">
          <T id="template-save-intro" as="block" />
        </p>
        <BilingualField label="template-name" value={name} onChange={setName} testid="template-name" />
        <Failure failure={save.failure} />
        <div className="dialog-foot">
          <Button label="app-cancel" look="ghost" testid="template-cancel" onClick={onClose} />
          <Button label="template-keep" look="primary" type="submit" disabled={save.busy || !(name.en.trim() || name.zh.trim())} testid="template-keep" />
        </div>
      </form>
    </Dialog>
  );
}

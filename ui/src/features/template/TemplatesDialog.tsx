import { useState } from "react";
import type { TemplateLine } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { BilingualField, Button, dayArg, Dialog, EmptyState, Failure, Name, Skeleton, wordsOf } from "@/design";
import { T } from "@/i18n";
import "./template.css";

/** The templates of the workspace: begun with, renamed, removed. */
export function TemplatesDialog({ onBegin, onClose }: { onBegin: (template: string) => void; onClose: () => void }) {
  const { view, failure } = useQuery("list_templates", {});
  return (
    <Dialog
      title="template-title"
      onClose={onClose}
      width={640}
      testid="templates-dialog"
      foot={<Button label="app-close" look="ghost" testid="close-templates" onClick={onClose} />}
    >
      <Failure failure={failure} />
      {!view && !failure && <Skeleton lines={3} />}
      {view?.templates.length === 0 && <EmptyState title="template-none" hint="template-none-hint" testid="templates-empty" />}
      {view?.templates.map((line) => (
        <One key={line.template} line={line} onBegin={() => onBegin(line.template)} />
      ))}
    </Dialog>
  );
}

function One({ line, onBegin }: { line: TemplateLine; onBegin: () => void }) {
  const [name, setName] = useState<ReturnType<typeof wordsOf> | null>(null);
  const rename = useCommand("rename_template");
  const remove = useCommand("remove_template");
  const { requirements, deliverables, criteria, milestones } = line.counts;
  const save = async () => {
    if (name && (await rename.run({ template: line.template, name }))) setName(null);
  };
  if (name) {
    return (
      <form
        className="template-line"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <BilingualField label="template-name" value={name} onChange={setName} testid="template-new-name" />
        <span className="row row-end">
          <Button label="app-cancel" look="ghost" size="small" testid="template-rename-cancel" onClick={() => setName(null)} />
          <Button label="app-save" size="small" type="submit" disabled={rename.busy || !(name.en.trim() || name.zh.trim())} testid="template-rename-save" />
        </span>
      </form>
    );
  }
  return (
    <div className="template-line" data-testid="template-line">
      <span className="strong">
        <Name text={line.name} />
      </span>
      <small className="quiet">
        <T id="template-holds" args={{ requirements, deliverables, criteria, milestones }} as="block" />
        <T id="template-made" args={{ date: dayArg(line.made) }} />
      </small>
      <span className="row row-end">
        <Button label="project-new" size="small" icon="plus" testid="template-begin" onClick={onBegin} />
        <Button label="template-rename" look="ghost" size="small" testid="template-rename" onClick={() => setName(wordsOf(line.name))} />
        <Button label="app-remove" look="ghost" size="small" testid="template-remove" disabled={remove.busy} onClick={() => void remove.run({ template: line.template })} />
      </span>
    </div>
  );
}

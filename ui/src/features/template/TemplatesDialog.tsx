import { useState } from "react";
import type { TemplateLine } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { BilingualField, Button, dayArg, Dialog, EmptyState, Failure, Form, Name, placeOf, Skeleton, useMeanwhile, useTyping, wordsOf } from "@/design";
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
  const [renaming, setRenaming] = useState<"yes" | "no">("no");
  const remove = useCommand("remove_template");
  const { requirements, deliverables, criteria, milestones } = line.counts;
  if (renaming === "yes") return <Rename line={line} onDone={() => setRenaming("no")} />;
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
        <Button label="template-rename" look="ghost" size="small" testid="template-rename" onClick={() => setRenaming("yes")} />
        <Button label="app-remove" look="ghost" size="small" testid="template-remove" disabled={remove.busy} onClick={() => void remove.run({ template: line.template })} />
      </span>
    </div>
  );
}

function Rename({ line, onDone }: { line: TemplateLine; onDone: () => void }) {
  const { typed: name, take, draft, basis, goOn } = useTyping(placeOf("template_name", line.template), () => wordsOf(line.name));
  const rename = useCommand("rename_template", { failures: "inline" });
  useMeanwhile(rename.failure, goOn);
  const save = async () => {
    if (!(await rename.run({ template: line.template, name, based_on: basis }))) return;
    draft.settle();
    onDone();
  };
  return (
    <Form
      name="template-rename"
      className="form template-line"
      draft={draft}
      failure={rename.failure}
      save={{ testid: "template-rename-save", busy: rename.busy, run: save }}
      close={{ testid: "template-rename-cancel", run: onDone }}
    >
      <BilingualField label="template-name" required value={name} onChange={take} testid="template-new-name" />
    </Form>
  );
}

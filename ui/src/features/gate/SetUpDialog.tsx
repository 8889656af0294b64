import { useState } from "react";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { FormDialog } from "@/design";
import { Choice, type Option } from "@/design/Choice";
import { oneLine } from "@/features/party/options";
import { mainLanguage, useDisplay, useT, words } from "@/i18n";

const WHOLE = "project";

/** The stages, gates and hand-overs of a template, for the project or for one stack that runs by itself. */
export function SetUpDialog({ project, onClose }: { project: string; onClose: () => void }) {
  const t = useT();
  const display = useDisplay();
  const command = useCommand("set_up_lifecycle", { failures: "inline" });
  const { view: library } = useQuery("list_lifecycles", {});
  const { view: overview } = useQuery("project_overview", { project });
  const [template, setTemplate] = useState<string | null>(null);
  const [stack, setStack] = useState(WHOLE);
  const templates: Option[] = (library?.template ?? []).map(({ key, name }) => ({ value: key, label: words(name, mainLanguage(display)), search: `${name.en} ${name.zh}` }));
  const stacks: Option[] = [{ value: WHOLE, label: t("gate-line-project") }, ...(overview?.stacks ?? []).map((each) => ({ value: each.id, label: oneLine(each.title, display) }))];
  const submit = async () => {
    if (template === null) return;
    if (await command.run({ project, stack: stack === WHOLE ? null : stack, template })) onClose();
  };
  return (
    <FormDialog
      name="gate-set-up"
      title="gate-set-up"
      intro="gate-set-up-intro"
      onClose={onClose}
      save={{ label: "gate-set-up-save", look: "primary", testid: "gate-set-up-save", busy: command.busy, run: submit }}
      closeTestid="gate-set-up-cancel"
      failure={command.failure}
      width={480}
      testid="gate-set-up-dialog"
    >
      <Choice label="gate-set-up-template" required options={templates} value={template} onChange={setTemplate} speaks="record" testid="gate-set-up-template" />
      <Choice label="gate-set-up-stack" options={stacks} value={stack} onChange={(chosen) => setStack(chosen ?? WHOLE)} speaks="record" testid="gate-set-up-stack" />
    </FormDialog>
  );
}

import type { CriterionRow, Method, ScopeMatrix } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, Field, Form, placeOf, ReviewText, useRecordForm, wordsOf } from "@/design";
import { Choice } from "@/design/Choice";
import { useT } from "@/i18n";
import { Links } from "./Links";
import { useScopeOptions } from "./options";
import { deliverablesOf, requirementsOf } from "./rows";

export const METHODS: Method[] = ["not-stated", "inspection", "test", "drill", "measurement", "reconciliation", "record", "sampling", "walk-through"];

interface Properties {
  project: string;
  view: ScopeMatrix;
  row: CriterionRow | undefined;
  onSaved: (id: string) => void;
  onClose: () => void;
}

/** An acceptance criterion, new or recorded. It is marked on the acceptance page. */
export function CriterionForm({ project, view, row, onSaved, onClose }: Properties) {
  const t = useT();
  const recorded = row?.criterion;
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_criterion",
    place: placeOf("criterion", project, recorded?.id),
    begin: () => ({
      number: recorded?.number ?? "", text: wordsOf(recorded?.text), chapter: recorded?.chapter ?? view.chapters[0]?.id ?? null, method: recorded?.method ?? METHODS[0],
    }),
    ask: ({ number, text, chapter: of, method: by }) => (of && by ? { criterion: recorded?.id ?? null, project, chapter: of, number, text, method: by } : undefined),
    onSaved: ({ criterion }) => onSaved(criterion),
  });
  const remove = useCommand("remove_criterion", { failures: "inline" });
  const { chapters } = useScopeOptions(view);
  const { chapter, method } = typed;
  return (
    <>
      <Form
        name="criterion"
        testid="criterion-form"
        draft={draft}
        failure={save.failure ?? remove.failure}
        save={{ testid: "save-criterion", busy: save.busy, run: submit }}
        close={{ testid: "cancel-criterion", run: onClose }}
        acts={recorded && <Button label="app-remove" look="danger" testid="remove-criterion" onClick={() => void remove.run({ criterion: recorded.id }).then((gone) => gone && onClose())} />}
      >
        <Choice label="scope-chapter" required options={chapters} value={chapter} onChange={(chosen) => set({ chapter: chosen })} speaks="record" testid="criterion-chapter" />
        <Field label="scope-number" required value={typed.number} onChange={(number) => set({ number })} testid="criterion-number" />
        <div className="reviewed-field">
          <BilingualField label="scope-criterion-text" required value={typed.text} text={recorded?.text} onChange={(text) => set({ text })} as="stacked" rows={3} testid="criterion-text" />
          {recorded && <ReviewText text={recorded.text} place="criterion_text" record={recorded.id} testid="criterion-review" />}
        </div>
        <Choice
          label="scope-method"
          options={METHODS.map((value) => ({ value, label: t(`scope-method-${value}`) }))}
          value={method ?? null}
          onChange={(chosen) => chosen && set({ method: chosen as Method })}
          testid="criterion-method"
        />
      </Form>
      {recorded && (
        <>
          <Links project={project} title="scope-linked-requirements" ends={requirementsOf(view, recorded.id)} testid="criterion-requirements" />
          <Links project={project} title="scope-deliverables" ends={deliverablesOf(view, recorded.id)} testid="criterion-deliverables" />
        </>
      )}
    </>
  );
}

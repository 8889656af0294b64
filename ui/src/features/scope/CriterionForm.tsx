import { useState } from "react";
import type { CriterionRow, Method, ScopeMatrix } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, DraftOffer, Failure, Field, ReviewText, placeOf, useDraft, wordsOf } from "@/design";
import { Choice } from "@/design/Choice";
import { useT } from "@/i18n";
import { FormFoot } from "./FormFoot";
import { Links } from "./Links";
import { useScopeOptions } from "./options";
import { deliverablesOf, requirementsOf } from "./rows";

export const METHODS: Method[] = ["inspection", "test", "drill", "measurement", "reconciliation", "record", "sampling", "walk-through"];

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
  const [clean] = useState(() => ({
    number: recorded?.number ?? "", text: wordsOf(recorded?.text), chapter: recorded?.chapter ?? view.chapters[0]?.id ?? null, method: recorded?.method ?? METHODS[0],
  }));
  const [typed, setTyped] = useState(clean);
  const draft = useDraft(placeOf("criterion", project, recorded?.id), typed, clean, setTyped);
  const set = (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change }));
  const save = useCommand("save_criterion", { failures: "inline" });
  const remove = useCommand("remove_criterion", { failures: "inline" });
  const { chapters } = useScopeOptions(view);
  const { chapter, method } = typed;
  const submit = async () => {
    if (!chapter || !method) return;
    const saved = await save.run({ criterion: recorded?.id ?? null, project, chapter, number: typed.number, text: typed.text, method });
    if (!saved) return;
    draft.settle();
    onSaved(saved.criterion);
  };
  return (
    <>
      <form
        className="form"
        data-testid="criterion-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DraftOffer draft={draft} testid="criterion" />
        <Choice label="scope-chapter" options={chapters} value={chapter} onChange={(chosen) => set({ chapter: chosen })} speaks="record" testid="criterion-chapter" />
        <Field label="scope-number" value={typed.number} onChange={(number) => set({ number })} testid="criterion-number" />
        <div className="reviewed-field">
          <BilingualField label="scope-criterion-text" value={typed.text} text={recorded?.text} onChange={(text) => set({ text })} as="stacked" rows={3} testid="criterion-text" />
          {recorded && <ReviewText text={recorded.text} place="criterion_text" record={recorded.id} testid="criterion-review" />}
        </div>
        <Choice
          label="scope-method"
          options={METHODS.map((value) => ({ value, label: t(`scope-method-${value}`) }))}
          value={method ?? null}
          onChange={(chosen) => chosen && set({ method: chosen as Method })}
          testid="criterion-method"
        />
        <Failure failure={save.failure ?? remove.failure} />
        <FormFoot
          ready={!save.busy && chapter !== null && typed.number.trim() !== "" && (typed.text.en.trim() !== "" || typed.text.zh.trim() !== "")}
          onClose={() => {
            draft.settle();
            onClose();
          }}
          onRemove={recorded && (() => void remove.run({ criterion: recorded.id }).then((gone) => gone && onClose()))}
          testid="criterion"
        />
      </form>
      {recorded && (
        <>
          <Links project={project} title="scope-linked-requirements" ends={requirementsOf(view, recorded.id)} testid="criterion-requirements" />
          <Links project={project} title="scope-deliverables" ends={deliverablesOf(view, recorded.id)} testid="criterion-deliverables" />
        </>
      )}
    </>
  );
}

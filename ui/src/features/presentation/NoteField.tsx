import { useState } from "react";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { DraftOffer, Failure, placeOf, Skeleton, useDraft } from "@/design";
import { Field } from "@/design/Field";

/** The presenter's own note to an item, kept when she leaves it. */
export function NoteField({ round, criterion }: { round: string; criterion: string }) {
  const { view, failure } = useQuery("presenter_notes", { round });
  if (!view) return failure ? <Failure failure={failure} /> : <Skeleton lines={4} />;
  const kept = view.notes.find((each) => each.criterion === criterion)?.note ?? "";
  return <Written criterion={criterion} kept={kept} />;
}

function Written({ criterion, kept }: { criterion: string; kept: string }) {
  const save = useCommand("save_presenter_note", { failures: "inline", toast: "quiet" });
  const [typed, setTyped] = useState(kept);
  const [given, setGiven] = useState(kept);
  const draft = useDraft(placeOf("presenter_note", criterion), typed, kept, setTyped);
  // Undone or changed elsewhere: what is kept now is shown.
  if (given !== kept) {
    setGiven(kept);
    setTyped(kept);
  }
  const submit = async () => {
    if (typed !== kept && (await save.run({ criterion, note: typed }))) draft.settle();
  };
  return (
    <div
      className="notes-note"
      onBlur={() => void submit()}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing && event.target instanceof HTMLElement) event.target.blur();
      }}
    >
      <DraftOffer draft={draft} testid="notes" />
      <Field label="present-note" hint="present-note-hint" rows={9} value={typed} onChange={setTyped} testid="notes-note" />
      <Failure failure={save.failure} />
    </div>
  );
}

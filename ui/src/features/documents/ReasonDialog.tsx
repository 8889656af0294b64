import { useCommand } from "@/api/useCommand";
import { Field, FormDialog, placeOf, useTyping } from "@/design";
import { T } from "@/i18n";

/** Returning and voiding want a reason; voiding cannot be undone. */
export function ReasonDialog({ act, document, onClose }: { act: "return" | "void"; document: string; onClose: () => void }) {
  const { typed, set, draft } = useTyping(placeOf(`document_${act}`, document), () => ({ reason: "" }));
  const back = useCommand("return_document", { failures: "inline" });
  const away = useCommand("void_document", { failures: "inline" });
  const command = act === "return" ? back : away;
  const submit = async () => {
    if (!(await command.run({ document, reason: typed.reason.trim() }))) return;
    draft.settle();
    onClose();
  };
  return (
    <FormDialog
      name={`document-${act}`}
      title={act === "return" ? "document-return-title" : "document-void-title"}
      onClose={onClose}
      draft={draft}
      save={{ label: act === "return" ? "document-return" : "document-void", look: act === "return" ? "primary" : "danger", testid: `document-${act}-confirm`, busy: command.busy, run: submit }}
      closeTestid={`document-${act}-cancel`}
      failure={command.failure}
      testid={`document-${act}-dialog`}
    >
      {act === "void" && <T id="document-void-final" as="block" />}
      <Field label="document-reason" required value={typed.reason} onChange={(reason) => set({ reason })} rows={3} autoFocus testid={`document-${act}-reason`} />
    </FormDialog>
  );
}

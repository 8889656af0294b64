import type { DocumentView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Field, FormDialog, placeOf, useTyping } from "@/design";

/** A new draft with the words and signers of this document. */
export function DuplicateDialog({ view, onMade, onClose }: { view: DocumentView; onMade: (document: string) => void; onClose: () => void }) {
  const { typed, set, draft } = useTyping(placeOf("document_duplicate", view.document.id), () => ({ number: `${view.document.number} B` }));
  const duplicate = useCommand("duplicate_document", { failures: "inline" });
  const submit = async () => {
    const made = await duplicate.run({ document: view.document.id, number: typed.number });
    if (!made) return;
    draft.settle();
    onMade(made.document);
  };
  const isTaken = typed.number.trim() === view.document.number;
  return (
    <FormDialog
      name="document-duplicate"
      title="document-duplicate-title"
      intro="document-duplicate-intro"
      onClose={onClose}
      width={520}
      draft={draft}
      save={{ label: "document-duplicate-make", testid: "duplicate-document-make", busy: duplicate.busy, run: submit }}
      closeTestid="duplicate-document-cancel"
      failure={duplicate.failure}
      testid="duplicate-document-dialog"
    >
      <Field label="document-number" required fault={isTaken ? "document-number-taken" : undefined} value={typed.number} onChange={(number) => set({ number })} autoFocus testid="duplicate-document-number" />
    </FormDialog>
  );
}

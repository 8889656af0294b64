import { useState } from "react";
import type { DocumentView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Field, FormDialog } from "@/design";

/** A new draft with the words and signers of this document. */
export function DuplicateDialog({ view, onMade, onClose }: { view: DocumentView; onMade: (document: string) => void; onClose: () => void }) {
  const [number, setNumber] = useState(`${view.document.number} B`);
  const duplicate = useCommand("duplicate_document", { failures: "inline" });
  const submit = async () => {
    const made = await duplicate.run({ document: view.document.id, number });
    if (made) onMade(made.document);
  };
  const ready = !duplicate.busy && number.trim() !== "" && number.trim() !== view.document.number;
  return (
    <FormDialog
      title="document-duplicate-title"
      intro="document-duplicate-intro"
      onClose={onClose}
      width={520}
      submit={{ label: "document-duplicate-make", testid: "duplicate-document-make", ready, run: submit }}
      cancelTestid="duplicate-document-cancel"
      failure={duplicate.failure}
      testid="duplicate-document-dialog"
    >
      <Field label="document-number" value={number} onChange={setNumber} autoFocus testid="duplicate-document-number" />
    </FormDialog>
  );
}

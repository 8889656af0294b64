import { useState } from "react";
import type { DocumentView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, Dialog, Failure, Field } from "@/design";
import { T } from "@/i18n";

/** A new draft with the words and signers of this document. */
export function DuplicateDialog({ view, onMade, onClose }: { view: DocumentView; onMade: (document: string) => void; onClose: () => void }) {
  const [number, setNumber] = useState(`${view.document.number} B`);
  const duplicate = useCommand("duplicate_document", { failures: "inline" });
  const submit = async () => {
    const made = await duplicate.run({ document: view.document.id, number });
    if (made) onMade(made.document);
  };
  return (
    <Dialog title="document-duplicate-title" onClose={onClose} width={520} testid="duplicate-document-dialog">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="quiet">
          <T id="document-duplicate-intro" as="block" />
        </p>
        <Field label="document-number" value={number} onChange={setNumber} autoFocus testid="duplicate-document-number" />
        <Failure failure={duplicate.failure} />
        <div className="dialog-foot">
          <Button label="app-cancel" look="ghost" testid="duplicate-document-cancel" onClick={onClose} />
          <Button label="document-duplicate-make" look="primary" type="submit" disabled={duplicate.busy || number.trim() === "" || number.trim() === view.document.number} testid="duplicate-document-make" />
        </div>
      </form>
    </Dialog>
  );
}

import type { DocumentView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { FormDialog } from "@/design";

/** Begins the next version of an issued document. */
export function SupersedeDialog({ view, onClose, onMade }: { view: DocumentView; onClose: () => void; onMade: (document: string) => void }) {
  const supersede = useCommand("supersede_document", { failures: "inline" });
  const submit = async () => {
    const made = await supersede.run({ document: view.document.id });
    if (made) onMade(made.document);
  };
  return (
    <FormDialog
      title="document-supersede-title"
      intro="document-supersede-final"
      onClose={onClose}
      submit={{ label: "document-supersede", testid: "document-supersede-confirm", ready: !supersede.busy, run: submit }}
      cancelTestid="document-supersede-cancel"
      failure={supersede.failure}
      testid="document-supersede-dialog"
    />
  );
}

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
      name="document-supersede"
      title="document-supersede-title"
      intro="document-supersede-final"
      onClose={onClose}
      save={{ label: "document-supersede", testid: "document-supersede-confirm", busy: supersede.busy, run: submit }}
      closeTestid="document-supersede-cancel"
      failure={supersede.failure}
      testid="document-supersede-dialog"
    />
  );
}

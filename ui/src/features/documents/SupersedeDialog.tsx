import type { DocumentView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, Dialog, Failure } from "@/design";
import { T } from "@/i18n";

/** Begins the next version of an issued document. */
export function SupersedeDialog({ view, onClose, onMade }: { view: DocumentView; onClose: () => void; onMade: (document: string) => void }) {
  const supersede = useCommand("supersede_document", { failures: "inline" });
  const now = async () => {
    const made = await supersede.run({ document: view.document.id });
    if (made) onMade(made.document);
  };
  return (
    <Dialog
      title="document-supersede-title"
      onClose={onClose}
      testid="document-supersede-dialog"
      foot={
        <>
          <Button label="app-cancel" look="ghost" testid="document-supersede-cancel" onClick={onClose} />
          <Button label="document-supersede" look="primary" disabled={supersede.busy} testid="document-supersede-confirm" onClick={() => void now()} />
        </>
      }
    >
      <T id="document-supersede-final" as="block" />
      <Failure failure={supersede.failure} />
    </Dialog>
  );
}

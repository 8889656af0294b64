import { useState } from "react";
import { useCommand } from "@/api/useCommand";
import { Button, Dialog, Failure, Field } from "@/design";
import { T } from "@/i18n";

/** Returning and voiding want a reason; voiding cannot be undone. */
export function ReasonDialog({ act, document, onClose }: { act: "return" | "void"; document: string; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const back = useCommand("return_document", { failures: "inline" });
  const away = useCommand("void_document", { failures: "inline" });
  const command = act === "return" ? back : away;
  const now = async () => {
    if (await command.run({ document, reason: reason.trim() })) onClose();
  };
  return (
    <Dialog
      title={act === "return" ? "document-return-title" : "document-void-title"}
      onClose={onClose}
      testid={`document-${act}-dialog`}
      foot={
        <>
          <Button label="app-cancel" look="ghost" testid={`document-${act}-cancel`} onClick={onClose} />
          <Button
            label={act === "return" ? "document-return" : "document-void"}
            look={act === "return" ? "primary" : "danger"}
            disabled={command.busy || !reason.trim()}
            testid={`document-${act}-confirm`}
            onClick={() => void now()}
          />
        </>
      }
    >
      {act === "void" && <T id="document-void-final" as="block" />}
      <Field label="document-reason" value={reason} onChange={setReason} rows={3} autoFocus testid={`document-${act}-reason`} />
      <Failure failure={command.failure} />
    </Dialog>
  );
}

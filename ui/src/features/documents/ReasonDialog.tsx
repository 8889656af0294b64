import { useState } from "react";
import { useCommand } from "@/api/useCommand";
import { Field, FormDialog } from "@/design";
import { T } from "@/i18n";

/** Returning and voiding want a reason; voiding cannot be undone. */
export function ReasonDialog({ act, document, onClose }: { act: "return" | "void"; document: string; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const back = useCommand("return_document", { failures: "inline" });
  const away = useCommand("void_document", { failures: "inline" });
  const command = act === "return" ? back : away;
  const submit = async () => {
    if (await command.run({ document, reason: reason.trim() })) onClose();
  };
  return (
    <FormDialog
      title={act === "return" ? "document-return-title" : "document-void-title"}
      onClose={onClose}
      submit={{
        label: act === "return" ? "document-return" : "document-void",
        look: act === "return" ? "primary" : "danger",
        testid: `document-${act}-confirm`,
        ready: !command.busy && reason.trim() !== "",
        run: submit,
      }}
      cancelTestid={`document-${act}-cancel`}
      failure={command.failure}
      testid={`document-${act}-dialog`}
    >
      {act === "void" && <T id="document-void-final" as="block" />}
      <Field label="document-reason" value={reason} onChange={setReason} rows={3} autoFocus testid={`document-${act}-reason`} />
    </FormDialog>
  );
}

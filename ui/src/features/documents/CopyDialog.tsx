import { useState } from "react";
import { host } from "@/api/host";
import type { DocumentView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, Field, FormDialog, Labelled, placeOf, Recorded, useTyping } from "@/design";
import { Choice } from "@/design/Choice";
import { oneLine } from "@/features/party/options";
import { useDisplay, useT } from "@/i18n";

/** A printed copy signed in ink comes back as a scan, bound to what was issued by the digest printed on it. */
export function CopyDialog({ view, onClose }: { view: DocumentView; onClose: () => void }) {
  const t = useT();
  const display = useDisplay();
  const waiting = view.signers.filter(({ turn }) => turn === "now");
  const { typed, set, draft } = useTyping(placeOf("signed_copy", view.document.id), () => ({ signer: waiting[0]?.signer.id ?? null, digest: "" }));
  const [path, setPath] = useState<string | null>(null);
  const take = useCommand("attach_signed_copy", { failures: "inline" });
  const { signer, digest } = typed;
  const choose = async () => {
    const chosen = await host().chooseFile({ title: t("document-copy-choose"), kind: t("app-kind-any"), extensions: ["pdf", "png", "jpg", "jpeg"] });
    if (chosen) setPath(chosen);
  };
  const submit = async () => {
    if (signer === null || path === null) return;
    if (!(await take.run({ document: view.document.id, signer, path, printed_digest: digest }))) return;
    draft.settle();
    onClose();
  };
  return (
    <FormDialog
      name="document-copy"
      title="document-copy-title"
      intro="document-copy-hint"
      onClose={onClose}
      draft={draft}
      missing={path === null ? ["document-copy-file"] : []}
      save={{ label: "document-copy-take", testid: "document-copy-confirm", busy: take.busy, run: submit }}
      closeTestid="document-copy-cancel"
      failure={take.failure}
      testid="document-copy-dialog"
    >
      <Choice
        label="document-copy-signer"
        options={waiting.map(({ signer: each, name }) => ({ value: each.id, label: oneLine(name, display) }))}
        required
        value={signer}
        onChange={(signer) => set({ signer })}
        speaks="record" testid="document-copy-signer"
      />
      <Labelled label="document-copy-file">
        <div className="row">
          <Button label="document-copy-choose" icon="folder" testid="document-copy-choose" onClick={() => void choose()} />
          <Recorded className="small quiet">{path}</Recorded>
        </div>
      </Labelled>
      <Field label="document-copy-digest" required value={digest} onChange={(digest) => set({ digest })} placeholder="0000 0000 … 0000" testid="document-copy-digest" />
    </FormDialog>
  );
}

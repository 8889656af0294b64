import { useState } from "react";
import type { DocumentView, SaveSigner, SignerRole, SignerView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, Failure, Field, ReviewText, SectionHead, wordsOf } from "@/design";
import { Choice } from "@/design/Choice";
import { usePartyOptions } from "@/features/party/options";
import { T, useT } from "@/i18n";
import { SignerLine } from "./SignerLine";

const ROLES: SignerRole[] = ["vendor", "client", "supervisor", "witness", "approver"];

/** Stands for the signer that is being added. */
const NEW = "new";

/** Who signs, in order. They are chosen while the document is a draft. */
export function Signers({ view, onCopy }: { view: DocumentView; onCopy: () => void }) {
  const { document, signers } = view;
  const [edited, setEdited] = useState<string | null>(null);
  const draft = document.state === "draft";
  const last = Math.max(0, ...signers.map(({ signer }) => signer.position));
  const close = () => setEdited(null);
  return (
    <section id="document-signers" data-testid="document-signers">
      <SectionHead
        title={<T id="document-signers" />}
        aside={draft && <Button label="app-add" size="small" look="ghost" icon="plus" testid="document-signer-add" onClick={() => setEdited(NEW)} />}
      />
      {signers.length === 0 && edited === null && (
        <p className="faint small document-nothing">
          <T id="document-signers-none" />
        </p>
      )}
      {signers.map((each, index) =>
        edited === each.signer.id ? (
          <SignerForm key={each.signer.id} document={document.id} signer={each} position={each.signer.position} onDone={close} />
        ) : (
          <div key={each.signer.id} className="signer" data-turn={each.turn} data-testid={`document-signer-${each.signer.role}`}>
            <SignerLine view={each} at={index + 1} />
            {draft && (
              <button type="button" className="signer-edit" data-testid={`document-signer-edit-${each.signer.role}`} onClick={() => setEdited(each.signer.id)}>
                <T id="app-edit" />
              </button>
            )}
          </div>
        ),
      )}
      {edited === NEW && <SignerForm document={document.id} signer={null} position={last + 1} onDone={close} />}
      {document.state === "issued" && signers.some(({ turn }) => turn === "now") && (
        <Button label="document-copy" size="small" look="ghost" icon="print" testid="document-copy-open" onClick={onCopy} />
      )}
    </section>
  );
}

function SignerForm({ document, signer, position, onDone }: { document: string; signer: SignerView | null; position: number; onDone: () => void }) {
  const t = useT();
  const { people } = usePartyOptions();
  const save = useCommand("save_signer", { failures: "inline" });
  const remove = useCommand("remove_signer");
  const [person, setPerson] = useState(signer?.signer.person ?? null);
  const [role, setRole] = useState<SignerRole>(signer?.signer.role ?? "client");
  const [place, setPlace] = useState(String(position));
  const [capacity, setCapacity] = useState(wordsOf(signer?.signer.capacity));
  const order = /^[1-9]\d?$/.test(place.trim()) ? Number(place) : null;
  const submit = async () => {
    if (!person || order === null) return;
    const request: SaveSigner = { signer: signer?.signer.id ?? null, document, position: order, person, role, capacity };
    if (await save.run(request)) onDone();
  };
  return (
    <form
      className="form signer-form"
      data-testid="document-signer-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Choice label="document-signer-person" options={people} value={person} onChange={setPerson} speaks="record" testid="document-signer-person" />
      <Choice
        label="document-signer-role"
        options={ROLES.map((each) => ({ value: each, label: t(`document-role-${each}`) }))}
        value={role}
        onChange={(chosen) => chosen && setRole(chosen as SignerRole)}
        testid="document-signer-role"
      />
      <BilingualField label="document-signer-capacity" value={capacity} text={signer?.signer.capacity} onChange={setCapacity} as="stacked" testid="document-signer-capacity" />
      {signer && <ReviewText text={signer.signer.capacity} place="signer_capacity" record={signer.signer.id} testid="document-review-capacity" />}
      <Field label="document-signer-position" value={place} onChange={setPlace} testid="document-signer-position" />
      <Failure failure={save.failure} />
      <div className="row row-end">
        {signer && (
          <Button label="document-signer-remove" look="danger" size="small" testid="document-signer-remove" onClick={() => void remove.run({ signer: signer.signer.id }).then(onDone)} />
        )}
        <span className="push" />
        <Button label="app-cancel" look="ghost" size="small" testid="document-signer-cancel" onClick={onDone} />
        <Button label="app-save" size="small" type="submit" disabled={save.busy || !person || order === null} testid="document-signer-save" />
      </div>
    </form>
  );
}

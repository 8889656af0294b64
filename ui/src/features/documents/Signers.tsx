import type { DocumentView, SaveSigner, SignerRole, SignerView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { BilingualField, Button, Form, placeOf, ReviewText, SectionHead, useMeanwhile, useTyping, wordsOf } from "@/design";
import { Choice } from "@/design/Choice";
import { NumberField } from "@/design/NumberField";
import { usePartyOptions } from "@/features/party/options";
import { T, useT } from "@/i18n";
import { SignerLine } from "./SignerLine";
import { Waivers } from "./Waivers";

/** Stands for the signer that is being added. */
export const NEW = "new";

interface Properties {
  view: DocumentView;
  /** The signer whose form is open. */
  edited: string | null;
  onEdit: (signer: string | null) => void;
  onCopy: () => void;
}

/** Who signs, in order, and which party does not. They are chosen while the document is a draft. */
export function Signers({ view, edited, onEdit: setEdited, onCopy }: Properties) {
  const { document, signers } = view;
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
      <Waivers view={view} onSigner={() => setEdited(NEW)} />
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
  const { typed, set, draft, basis, goOn } = useTyping(placeOf("signer", document, signer?.signer.id), () => ({
    person: signer?.signer.person ?? null, chosen: signer?.signer.role ?? null, place: String(position), capacity: wordsOf(signer?.signer.capacity),
  }));
  useMeanwhile(save.failure, goOn);
  const { person, chosen, place, capacity } = typed;
  const { view: truth } = useQuery("signing_roles", { document, person: person ?? "" }, { ask: person ? "yes" : "no" });
  // What a person signs as follows from the organisation's part in the project; only a true role can be saved.
  const roles = truth?.roles ?? [];
  const role = chosen !== null && roles.includes(chosen) ? chosen : (roles[0] ?? null);
  const party = roles.find((each) => each !== "witness" && each !== "approver");
  const contradicted = truth && signer && person === signer.signer.person && !roles.includes(signer.signer.role);
  const submit = async () => {
    if (!person || !role) return;
    const request: SaveSigner = { signer: signer?.signer.id ?? null, document, position: Number(place), person, role, capacity, based_on: basis };
    if (!(await save.run(request))) return;
    draft.settle();
    onDone();
  };
  return (
    <Form
      name="document-signer"
      className="form signer-form"
      testid="document-signer-form"
      draft={draft}
      failure={save.failure}
      save={{ testid: "document-signer-save", busy: save.busy, run: submit }}
      close={{ testid: "document-signer-cancel", run: onDone }}
      acts={signer && <Button label="document-signer-remove" look="danger" testid="document-signer-remove" onClick={() => void remove.run({ signer: signer.signer.id }).then(onDone)} />}
    >
      <Choice label="document-signer-person" required options={people} value={person} onChange={(person) => set({ person })} speaks="record" testid="document-signer-person" />
      <Choice
        label="document-signer-role"
        required
        options={roles.map((each) => ({ value: each, label: t(`document-role-${each}`) }))}
        value={role}
        onChange={(next) => next && set({ chosen: next as SignerRole })}
        testid="document-signer-role"
      />
      {truth && (
        <p className="small quiet" data-testid="document-signer-truth" data-party={party ?? "none"}>
          <T id="document-signer-stands-for" args={{ organisation: truth.organisation, party: party ?? "none" }} as="block" />
        </p>
      )}
      {contradicted && (
        <p className="small signer-unauthorised" data-testid="document-signer-was">
          <T id="document-signer-was" args={{ role: signer.signer.role }} as="block" />
        </p>
      )}
      {truth && !truth.authority && (
        <p className="small signer-unauthorised">
          <T id="document-signer-no-authority" as="block" />
        </p>
      )}
      <BilingualField label="document-signer-capacity" value={capacity} text={signer?.signer.capacity} onChange={(capacity) => set({ capacity })} as="stacked" testid="document-signer-capacity" />
      {signer && <ReviewText text={signer.signer.capacity} place="signer_capacity" record={signer.signer.id} testid="document-review-capacity" />}
      <NumberField label="document-signer-position" required figure={{ of: "count" }} value={place} onChange={(place) => set({ place })} testid="document-signer-position" />
    </Form>
  );
}

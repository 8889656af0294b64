import { useState } from "react";
import type { DocumentView, SignerView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, Dialog, Field, Form, Icon, placeOf, Progress, useTyping } from "@/design";
import { oneLine, usePartyOptions } from "@/features/party/options";
import { type Arg, Coded, Language, mainLanguage, type Pair, T, useDisplay, useT, words } from "@/i18n";
import { Complete } from "./Complete";
import { KeyFields, keyOf, ROOM_KEY } from "./KeyFields";
import { SignaturePage } from "./SignaturePage";
import { SignerLine } from "./SignerLine";
import { SigningPad } from "./SigningPad";
import type { Stroke } from "./strokes";

/** Signing in the room: one after the other, until everybody has. */
export function SigningDialog({ view, onClose }: { view: DocumentView; onClose: () => void }) {
  const t = useT();
  const { signers } = view;
  const now = signers.filter(({ turn }) => turn === "now");
  const [chosen, setChosen] = useState<string | null>(null);
  const signer = now.find((each) => each.signer.id === chosen) ?? now[0];
  const refused = signers.find(({ turn }) => turn === "refused");
  const place = signer ? signers.indexOf(signer) + 1 : Math.max(1, signers.length);
  return (
    <Dialog title="document-sign-title" as="bare" width={1060} onClose={onClose} testid="signing-dialog">
      <div className="signing">
        <SignaturePage view={view} place={place} />
        <div className="signing-side">
          <header className="signing-head">
            <h2>
              <T id="document-sign-title" />
            </h2>
            <button type="button" className="signing-close" aria-label={t("app-close")} title={t("app-close")} data-testid="signing-close" onClick={onClose}>
              <Icon name="cross" />
            </button>
          </header>
          <div className="signing-order">
            {signers.map((each, index) => (
              <button
                key={each.signer.id}
                type="button"
                className="signer"
                data-turn={each.turn}
                aria-current={each === signer ? "step" : undefined}
                disabled={each.turn !== "now" || now.length < 2}
                data-testid={`signing-signer-${each.signer.role}`}
                onClick={() => setChosen(each.signer.id)}
              >
                <SignerLine view={each} at={index + 1} />
              </button>
            ))}
          </div>
          {signer ? (
            <OneSignature key={signer.signer.id} view={view} signer={signer} />
          ) : refused ? (
            <div className="remark" data-testid="signing-refused">
              <T id="document-sign-refused" args={{ name: refused.name }} as="block" />
            </div>
          ) : (
            <Complete view={view} onClose={onClose} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function OneSignature({ view, signer }: { view: DocumentView; signer: SignerView }) {
  const { document } = view;
  const display = useDisplay();
  const { people } = usePartyOptions();
  const sign = useCommand("sign_document", { failures: "inline" });
  const [drawnAs, setDrawnAs] = useState<"drawn" | "typed">("drawn");
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [name, setName] = useState(() => words(signer.name, mainLanguage(display)));
  const [key, setKey] = useState(ROOM_KEY);
  const { typed: reason, take: setReason, draft } = useTyping(placeOf("signing_reason", document.id, signer.signer.id), () => ({ en: "", zh: "" }));
  const [refusing, setRefusing] = useState(false);
  const choice = keyOf(key);
  const marked = drawnAs === "drawn" ? strokes.length > 0 : name.trim() !== "";

  const now = async () => {
    if (!choice || !marked) return;
    const signed = await sign.run({
      document: document.id,
      signer: signer.signer.id,
      mark: drawnAs === "drawn" ? { drawn_as: "drawn", strokes: strokes.map((stroke) => [...stroke]) } : { drawn_as: "typed", name: name.trim() },
      key: choice,
      reason: { en: reason.en.trim(), zh: reason.zh.trim() },
    });
    if (signed) draft.settle();
  };
  if (refusing) return <Refusal view={view} signer={signer} onBack={() => setRefusing(false)} />;
  const others = people.filter((each) => each.value !== signer.signer.person);
  return (
    <Form
      name="signing"
      className="signing-fields"
      draft={draft}
      failure={sign.failure}
      missing={[...(marked ? [] : ["document-sign-mark" as const]), ...(choice ? [] : ["document-sign-certificate-choose" as const])]}
      save={{ label: "document-sign-now", testid: "signing-sign", busy: sign.busy, run: now }}
      acts={<Button label="document-sign-refuse" testid="signing-refuse" disabled={sign.busy} onClick={() => setRefusing(true)} />}
    >
      {drawnAs === "drawn" ? (
        <SigningPad strokes={strokes} onDraw={setStrokes} />
      ) : (
        <input className="pad pad-typed" aria-label={oneLine(signer.name, display)} value={name} autoComplete="off" data-testid="signing-typed" onChange={(event) => setName(event.target.value)} />
      )}
      <div className="signing-tools">
        <Button
          label="document-sign-clear"
          look="ghost"
          size="small"
          testid="signing-clear"
          disabled={drawnAs === "drawn" ? strokes.length === 0 : name === ""}
          onClick={() => (drawnAs === "drawn" ? setStrokes([]) : setName(""))}
        />
        {drawnAs === "drawn" ? (
          <Button label="document-sign-type" look="ghost" size="small" testid="signing-type" onClick={() => setDrawnAs("typed")} />
        ) : (
          <Button label="document-sign-draw" look="ghost" size="small" testid="signing-draw" onClick={() => setDrawnAs("drawn")} />
        )}
      </div>
      <div className="form signing-form">
        <KeyFields role={signer.signer.role} people={others} value={key} onChange={setKey} />
      </div>
      <Note signing={key.with} witnesses={key.witnesses.flatMap((id) => people.find((each) => each.value === id)?.label ?? [])} />
      <div className="form signing-form">
        <BilingualField label="document-sign-reason" value={reason} onChange={setReason} testid="signing-reason" />
      </div>
      <Progress step={sign.progress} onCancel={sign.cancel} />
    </Form>
  );
}

/** What this signature will be worth, said to both parties in both languages whatever the window speaks. */
function Note({ signing, witnesses }: { signing: "room_key" | "pkcs12" | "vendor_identity"; witnesses: string[] }) {
  const display = useDisplay();
  const named: Pair = { en: witnesses.join(", "), zh: witnesses.join("、") };
  const says: Record<typeof signing, { id: string; args?: Record<string, Arg> }> = {
    room_key: witnesses.length > 0 ? { id: "document-sign-note-room", args: { witnesses: named } } : { id: "document-sign-note-room-alone" },
    pkcs12: { id: "document-sign-note-certificate" },
    vendor_identity: { id: "document-sign-note-vendor" },
  };
  return (
    <p className="signing-note" data-testid="signing-note">
      <Language value={{ display: display === "pseudo" ? "pseudo" : "both", choose: () => undefined }}>
        <Coded {...says[signing]} as="block" />
      </Language>
    </p>
  );
}

function Refusal({ view, signer, onBack }: { view: DocumentView; signer: SignerView; onBack: () => void }) {
  const { typed, set, draft } = useTyping(placeOf("refusal", view.document.id, signer.signer.id), () => ({ reason: "" }));
  const refuse = useCommand("refuse_signature", { failures: "inline" });
  const submit = async () => {
    if (await refuse.run({ document: view.document.id, signer: signer.signer.id, reason: typed.reason.trim() })) draft.settle();
  };
  return (
    <Form
      name="signing-refusal"
      className="form signing-form"
      testid="signing-refusal"
      draft={draft}
      failure={refuse.failure}
      save={{ label: "document-sign-refuse", look: "danger", testid: "signing-refuse-confirm", busy: refuse.busy, run: submit }}
      close={{ label: "app-back", testid: "signing-refuse-back", run: onBack }}
    >
      <h2>
        <T id="document-sign-refuse-title" />
      </h2>
      <T id="document-sign-refuse-final" as="block" />
      <Field label="document-reason" required value={typed.reason} onChange={(reason) => set({ reason })} rows={4} autoFocus testid="signing-refuse-reason" />
    </Form>
  );
}

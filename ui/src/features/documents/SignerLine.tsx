import type { SignerView } from "@/api/generated/api";
import { Icon, momentArg, Name, Short } from "@/design";

/** A signer with the state of the signature: a tick, a number, or a cross, and the words for it. */
export function SignerLine({ view, at }: { view: SignerView; at: number }) {
  const { signer, name, organisation, turn } = view;
  return (
    <>
      <i className="signer-place" data-turn={turn} data-record>
        {turn === "done" ? <Icon name="check" /> : turn === "refused" ? <Icon name="cross" /> : at}
      </i>
      <span className="signer-words">
        <b>
          <Name text={name} />
        </b>
        <small>
          <Short id={`document-role-${signer.role}`} /> · <Name text={organisation} show="one" />
        </small>
        <small>
          {signer.state === "signed" ? (
            <>
              <Short id="document-signer-signed" args={{ at: momentArg(signer.at) }} /> · <Short id={`document-method-${signer.method.replace("_", "-")}`} />
            </>
          ) : signer.state === "refused" ? (
            <Short id="document-signer-refused" args={{ at: momentArg(signer.at), reason: signer.reason }} />
          ) : view.authority ? (
            <Short id="document-sign-authority" args={{ authority: view.authority }} />
          ) : (
            <span className="signer-unauthorised">
              <Short id="document-signer-no-authority" />
            </span>
          )}
        </small>
      </span>
    </>
  );
}

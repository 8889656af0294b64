import type { Fault, Verdict, VerifiedSignature, VerifyReport } from "@/api/generated/api";
import { DateText, groups, Icon, type IconName, Name, Recorded, SectionHead } from "@/design";
import { Coded, idOf, type Pair, T } from "@/i18n";
import { said } from "./faults";
import { Line } from "./Line";
import { TrailFacts } from "./TrailFacts";

const VERDICTS: Record<Verdict, { icon: IconName; name: "unchanged" | "changed" | "cannot-be-judged" }> = {
  unchanged: { icon: "check", name: "unchanged" },
  changed: { icon: "cross", name: "changed" },
  cannot_be_judged: { icon: "dash", name: "cannot-be-judged" },
};

const contradicts = ({ weight }: Fault) => weight === "contradiction";

/** What matters most about the verdict, in one sentence. */
function Sentence({ report }: { report: VerifyReport }) {
  const signed = report.signatures.length;
  const open = report.outstanding.length;
  const first = report.faults[0]?.code;
  if (report.unjudged) return <Coded id={`verify-page-unjudged-${report.unjudged.replaceAll("_", "-")}`} as="block" />;
  if (report.verdict === "changed") {
    const known = first === "written_anew" ? "anew" : first === "blank_appended" ? "blank" : "note";
    return <T id={`verify-page-changed-${known}`} as="block" />;
  }
  if (report.trail) return <T id="verify-page-unchanged-note" as="block" />;
  if (open > 0) return <T id="verify-page-unchanged-open" args={{ signed, places: signed + open }} as="block" />;
  return <T id="verify-page-unchanged-all" args={{ signed }} as="block" />;
}

/** What a signed file proves: the verdict first, then integrity and identity of each signature, apart. */
export function Report({ report }: { report: VerifyReport }) {
  const { icon, name } = VERDICTS[report.verdict];
  return (
    <>
      <section className="verdict" data-verdict={report.verdict} data-testid="verify-verdict" role="status">
        <span className="verdict-sign">
          <Icon name={icon} />
        </span>
        <div>
          <h2>
            <T id={`verify-page-${name}`} />
          </h2>
          {report.verdict === "unchanged" && report.outstanding.length > 0 ? (
            <p className="verdict-but" data-testid="verify-open">
              <Icon name="clock" />
              <Sentence report={report} />
            </p>
          ) : (
            <p>
              <Sentence report={report} />
            </p>
          )}
          {report.verdict === "unchanged" && report.faults.length > 0 && (
            <p className="verdict-but" data-testid="verify-contradicts">
              <Icon name="warning" />
              <T id="verify-page-unchanged-contradicts" args={{ found: report.faults.length }} as="block" />
            </p>
          )}
          <p className="verdict-of small">
            <Icon name="file" />
            <Recorded>{nameOf(report.path)}</Recorded>
            {report.document && (
              <span>
                <span data-record>{report.document.number}</span> <Name text={report.document.title} />
              </span>
            )}
          </p>
        </div>
      </section>
      <Found title="verify-page-found" faults={report.faults.filter((fault) => !contradicts(fault))} />
      <Found title="verify-page-contradictions" faults={report.faults.filter(contradicts)} />
      {report.signatures.length > 0 && (
        <section>
          <SectionHead title={<T id="verify-page-signatures" />} />
          <p className="small quiet verify-claims">
            <T id="verify-page-signatures-hint" as="block" />
          </p>
          {report.signatures.map((signature, index) => (
            <OneSignature key={index} signature={signature} at={index + 1} of={report.trail ? "trail" : "document"} />
          ))}
          {report.outstanding.length > 0 && (
            <p className="small quiet verify-outstanding">
              <T id="verify-page-outstanding" args={{ places: report.outstanding.join(", ") }} />
            </p>
          )}
        </section>
      )}
      {report.trail && <TrailFacts trail={report.trail} />}
      <Facts report={report} />
    </>
  );
}

/** The name of a file, of whichever system its path is. */
const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

function Found({ title, faults }: { title: "verify-page-found" | "verify-page-contradictions"; faults: Fault[] }) {
  return faults.length === 0 ? null : (
    <section>
      <SectionHead title={<T id={title} />} />
      <Faults faults={faults} />
    </section>
  );
}

function Faults({ faults }: { faults: Fault[] }) {
  return (
    <ul className="faults">
      {faults.map((fault, index) => {
        const { what, where } = said(fault);
        return (
          <li key={index} data-testid="verify-fault" data-code={fault.code} data-weight={fault.weight}>
            <Icon name="warning" />
            <span>
              <Coded {...what} as="block" />
              {where.length > 0 && (
                <small className="fault-places">
                  {where.map((place) => (
                    <span key={place.id} data-testid="verify-place">
                      <Coded {...place} />
                    </span>
                  ))}
                </small>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** A trail is signed once: nothing can come after it. */
function OneSignature({ signature, at, of }: { signature: VerifiedSignature; at: number; of: "document" | "trail" }) {
  const { integrity, identity, capacity } = signature;
  const attested: Pair = { en: signature.attested_by.join(", "), zh: signature.attested_by.join("、") };
  const named = signature.signer.en !== "" || signature.signer.zh !== "";
  return (
    <article className="verified" data-testid="verify-signature" data-integrity={integrity} data-identity={identity}>
      <header>
        <i className="verified-place" data-record>
          {signature.position ?? at}
        </i>
        <b>{named ? <Name text={signature.signer} /> : <T id="verify-page-unnamed" />}</b>
        <span className="small quiet">
          {signature.role && <T id={`document-role-${signature.role}`} />}
          {capacity && (capacity.en || capacity.zh) && (
            <>
              {" · "}
              <Name text={capacity} show="one" />
            </>
          )}
        </span>
        <span className="push small faint">{signature.at && <DateText date={signature.at} as="moment" />}</span>
      </header>
      <dl>
        <Line label="verify-page-integrity">
          <span className={integrity === "intact" ? "verified-good" : "verified-bad"}>
            <Icon name={integrity === "intact" ? "check" : "cross"} />
            <T id={`verify-page-integrity-${integrity}`} />
          </span>
        </Line>
        <Line label="verify-page-identity">
          <span className="verified-identity">
            <Icon name="person" />
            <Coded id={`verify-page-identity-${identity.replace("_", "-")}`} args={{ names: attested, issuer: signature.issuer ?? "–" }} as="block" />
          </span>
        </Line>
        {signature.method && (
          <Line label="verify-page-method">
            <T id={idOf("document-method", signature.method)} />
          </Line>
        )}
        {signature.certificate && (
          <Line label="verify-page-certificate">
            <Recorded className="verify-hash">{groups(signature.certificate)}</Recorded>
          </Line>
        )}
        {of === "document" && <After signature={signature} />}
      </dl>
    </article>
  );
}

/** What was added after a signature; of one that is broken, nothing can be said to have been left alone. */
function After({ signature: { integrity, changes_after: changes } }: { signature: VerifiedSignature }) {
  if (changes.length === 0 && integrity === "broken") return null;
  return (
    <Line label="verify-page-after">
      {changes.length === 0 ? (
        <span className="quiet">
          <T id="verify-page-after-none" />
        </span>
      ) : (
        <Faults faults={changes} />
      )}
    </Line>
  );
}

function Facts({ report }: { report: VerifyReport }) {
  const { document } = report;
  return (
    <section>
      <SectionHead title={<T id={report.trail ? "trail-verify-file" : "verify-page-document"} />} />
      <dl className="verify-facts">
        {document && (
          <>
            <Line label="verify-page-document">
              <span data-testid="verify-document-number" data-record>
                {document.number}
              </span>{" "}
              <Name text={document.title} />
            </Line>
            <Line label="verify-page-document-id">
              <Recorded className="verify-hash">{document.id}</Recorded>
            </Line>
          </>
        )}
        <Line label="verify-page-file">
          <Recorded className="verify-hash">{report.path}</Recorded>
        </Line>
        <Line label="verify-page-digest">
          <span className="verify-hash" data-record data-testid="verify-digest" data-sha256={report.sha256}>
            {groups(report.sha256)}
          </span>
        </Line>
        {document && document.heads.length > 0 && (
          <Line label="verify-page-heads">
            {document.heads.map((head) => (
              <Recorded key={head} className="verify-hash">
                {head}
              </Recorded>
            ))}
          </Line>
        )}
        {report.head && (
          <Line label="verify-page-head">
            <span className={report.head === "stated" ? "verified-good" : "verified-bad"} data-testid="verify-head-standing" data-head={report.head}>
              <Icon name={report.head === "stated" ? "check" : "cross"} />
              <Coded id={`${report.trail ? "trail-verify" : "verify-page"}-head-${report.head.replace("_", "-")}`} />
            </span>
          </Line>
        )}
      </dl>
    </section>
  );
}

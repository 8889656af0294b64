import type { ChangeProblem, RegisterRow, RegisterView } from "@/api/generated/api";
import { DateText, Icon, Money, Name, Recorded } from "@/design";
import { useQuery } from "@/api/useQuery";
import { Coded, idOf, T } from "@/i18n";
import { namedBy, recordOf } from "./kinds";
import { Scores } from "./RegisterTable";

interface Properties {
  view: RegisterView;
  row: RegisterRow;
  /** Another record of the registers is asked for. */
  onShow: (id: string) => void;
}

/** What the rules say of a record: scores, voices, waiting, and what hangs together with it. */
export function Facts({ view, row, onShow }: Properties) {
  return (
    <div className="register-facts" data-testid="register-facts">
      <OfRisk view={view} row={row} />
      <OfChange row={row} />
      <OfApproval row={row} />
      <Links view={view} row={row} onShow={onShow} />
    </div>
  );
}

function OfRisk({ view, row }: { view: RegisterView; row: RegisterRow }) {
  const { risk } = row;
  if (!risk) return null;
  return (
    <>
      <div className="register-fact">
        <span className="quiet"><T id="register-score" /></span>
        <Scores row={row} view={view} />
        {risk.current && <b data-testid="register-band"><Coded id={bandName(risk.current.band)} /></b>}
      </div>
      {risk.expected_money && (
        <div className="register-fact">
          <span className="quiet"><T id="register-expected-money" /></span>
          <Money amount={risk.expected_money.amount} currency={risk.expected_money.currency} />
        </div>
      )}
      {risk.expected_days != null && (
        <div className="register-fact">
          <span className="quiet"><T id="register-expected-days" /></span>
          <T id="register-expected-days-value" args={{ days: risk.expected_days }} />
        </div>
      )}
      {risk.remarks.map((remark) => (
        <Remark key={remark}><T id={idOf("register-remark", remark)} as="block" /></Remark>
      ))}
    </>
  );
}

const KNOWN_BANDS = ["low", "medium", "high", "critical"];

/** The word of a band that is known; else what the organisation calls it. */
const bandName = (band: string): string => (KNOWN_BANDS.includes(band) ? `register-band-${band}` : band);

function Remark({ children }: { children: React.ReactNode }) {
  return (
    <p className="register-remark">
      <Icon name="warning" />
      {children}
    </p>
  );
}

function OfChange({ row }: { row: RegisterRow }) {
  const { view: parties } = useQuery("list_parties", { project: null });
  const { change } = row;
  const record = recordOf(row, "change_request");
  if (!change || !record) return null;
  const nameOf = (id: string) => parties?.people.find((person) => person.id === id)?.name;
  return (
    <>
      {record.deciders.map((id) => {
        const voice = record.voices.find(({ person }) => person === id);
        const name = nameOf(id);
        return (
          <div key={id} className="register-fact" data-testid="register-voice" data-said={voice ? String(voice.agrees) : "nothing"}>
            <Icon name={voice ? (voice.agrees ? "check" : "cross") : "clock"} />
            {name && <Name text={name} />}
            <span className="quiet"><T id={voice ? (voice.agrees ? "register-change-said-yes" : "register-change-said-no") : "register-change-waits"} /></span>
            {voice && <DateText date={voice.on} />}
          </div>
        );
      })}
      {change.unknown.length > 0 && (
        <div className="register-fact" data-testid="register-unknown">
          <span className="quiet"><T id="register-change-unknown" /></span>
          {change.unknown.map((effect) => <span key={effect} className="tag tag-unknown"><T id={idOf("register-effect", effect)} /></span>)}
        </div>
      )}
      {change.problems.map((problem) => (
        <Remark key={JSON.stringify(problem)}><Problem problem={problem} nameOf={nameOf} /></Remark>
      ))}
      {change.makes_baseline && <p className="small"><T id="register-change-baseline" as="block" /></p>}
    </>
  );
}

function Problem({ problem, nameOf }: { problem: ChangeProblem; nameOf: (id: string) => RegisterRow["title"] | undefined }) {
  switch (problem.kind) {
    case "nobody_decides":
      return <T id="register-problem-nobody-decides" as="block" />;
    case "requester_decides_alone":
      return <T id="register-problem-requester-decides-alone" as="block" />;
    case "approved_without":
      return <T id="register-problem-approved-without" args={{ person: nameOf(problem.person) ?? "" }} as="block" />;
    case "approved_unknown":
      return <T id="register-problem-approved-unknown" as="block" />;
    case "not_a_decider":
      return <T id="register-problem-not-a-decider" args={{ person: nameOf(problem.person) ?? "" }} as="block" />;
  }
}

function OfApproval({ row }: { row: RegisterRow }) {
  const { approval } = row;
  if (!approval) return null;
  const { stands, turn } = approval;
  return (
    <>
      {row.is_open && <div className="register-fact" data-testid="register-turn" data-turn={turn}><Icon name="clock" /><b><T id={idOf("register-turn", turn)} /></b></div>}
      {stands && (
        <div className="register-fact" data-testid="register-waited">
          <T id={row.is_open ? "register-approval-waited" : "register-approval-took"} args={{ count: stands.waited }} />
          {stands.waited_for_us > 0 && <span className="quiet"><T id="register-approval-waited-for-us" args={{ count: stands.waited_for_us }} /></span>}
          {stands.certainty === "provisional" && <span className="quiet small"><T id="register-provisional" /></span>}
        </div>
      )}
      {stands?.like.waits_longer && <Remark><T id="register-approval-longer" as="block" /></Remark>}
    </>
  );
}

function Links({ view, row, onShow }: Properties) {
  const back = namedBy(view, row.id);
  if (row.links.length === 0 && back.length === 0) return null;
  const known = new Set(view.rows.map(({ id }) => id));
  return (
    <div className="register-links" data-testid="register-links">
      {row.links.map((link) => (
        <div key={`${link.field}-${link.id}`} className="register-fact">
          <span className="quiet"><Coded id={`register-link-${link.field.replaceAll("_", "-")}`} /></span>
          {known.has(link.id) ? (
            <button type="button" className="register-link" data-record data-testid={`register-link-${link.number}`} onClick={() => onShow(link.id)}>{link.number}</button>
          ) : (
            <Recorded>{link.number}</Recorded>
          )}
          <span className="small"><Name text={link.title} show="one" /></span>
        </div>
      ))}
      {back.map((other) => (
        <div key={other.id} className="register-fact">
          <span className="quiet"><T id="register-link-back" /></span>
          <button type="button" className="register-link" data-record data-testid={`register-link-${other.number}`} onClick={() => onShow(other.id)}>{other.number}</button>
          <span className="small"><Name text={other.title} show="one" /></span>
        </div>
      ))}
    </div>
  );
}

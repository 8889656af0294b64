import type { ProjectOverview as View } from "@/api/generated/api";
import { partiesAt } from "@/window/places";
import { navigate } from "@/window/routes";
import { Bilingual, Button, DateText, Money, Name, percent, Recorded, SectionHead } from "@/design";
import { T, useDisplay, useT } from "@/i18n";

/** The contract in a few lines. */
export function Contract({ view: { contract }, onEdit }: { view: View; onEdit: () => void }) {
  return (
    <section>
      <SectionHead
        title={<T id="overview-contract" />}
        aside={<Button label={contract ? "app-edit" : "overview-contract-add"} look="ghost" size="small" icon="pen" testid="edit-contract" onClick={onEdit} />}
      />
      {!contract && <p className="quiet overview-none"><T id="overview-contract-none" /></p>}
      {contract && (
        <div className="overview-contract">
          {contract.amount && (
            <div className="summary-big">
              <Money amount={contract.amount} currency={contract.currency} />
            </div>
          )}
          <div className="small quiet">
            <Recorded>{contract.number}</Recorded>
            {contract.date && (
              <>
                {" "}
                · <DateText date={contract.date} />
              </>
            )}
            {contract.vat_rate && (
              <>
                {" "}
                · <T id="overview-vat" args={{ rate: percent(contract.vat_rate) }} />
              </>
            )}
          </div>
          <Name text={contract.title} />
          {contract.prevailing_language && (
            <div className="small quiet">
              <T id={`overview-prevails-${contract.prevailing_language}`} />
            </div>
          )}
        </div>
      )}
    </section>
  );
}

/** Who takes part, and under which laws. */
export function Facts({ view }: { view: View }) {
  const display = useDisplay();
  const t = useT();
  return (
    <section className="overview-section">
      <SectionHead
        title={<T id="overview-facts" />}
        aside={<Button label="app-open" look="ghost" size="small" testid="open-all-parties" onClick={() => navigate(partiesAt(view.project.id))} />}
      />
      <dl className="facts">
        <dt><T id="project-client" /></dt>
        <dd><Name text={view.client} /></dd>
        <dt><T id="project-vendor" /></dt>
        <dd><Name text={view.vendor} /></dd>
        {view.supervisor && (
          <>
            <dt><T id="project-supervisor" /></dt>
            <dd><Name text={view.supervisor} /></dd>
          </>
        )}
        {view.partners.length > 0 && (
          <>
            <dt><T id="project-partners" /></dt>
            <dd>{view.partners.map((partner, index) => <div key={index}><Name text={partner} /></div>)}</dd>
          </>
        )}
        <dt><T id="project-manager" /></dt>
        <dd><Name text={view.manager} /></dd>
        <dt><T id="project-jurisdictions" /></dt>
        <dd>{view.project.jurisdictions.map((code) => t.coded(`place-${code.toLowerCase()}`)).join(" / ")}</dd>
        {view.stacks.length > 0 && (
          <>
            <dt><T id="project-stacks" /></dt>
            <dd>{view.stacks.map((stack) => <div key={stack.id}><Name text={stack.title} /></div>)}</dd>
          </>
        )}
      </dl>
      {(view.project.summary.en.words || view.project.summary.zh.words) && (
        <div className="prose overview-summary">
          <Bilingual text={view.project.summary} as={display === "both" ? "stacked" : "display"} />
        </div>
      )}
    </section>
  );
}

/** How much the record holds. */
export function Counts({ view: { counts } }: { view: View }) {
  const lines = [
    ["requirements", counts.requirements],
    ["deliverables", counts.deliverables],
    ["criteria", counts.criteria],
    ["evidence", counts.evidence],
    ["open-issues", counts.open_issues],
    ["documents", counts.documents],
  ] as const;
  return (
    <section className="overview-section">
      <SectionHead title={<T id="overview-counts" />} />
      <dl className="facts facts-numbers">
        {lines.map(([name, count]) => (
          <div key={name} className="facts-line" data-testid={`count-${name}`}>
            <dt><T id={`overview-count-${name}`} /></dt>
            <dd>
              {name === "deliverables" && count > 0 && (
                <span className="faint small">
                  <T id="overview-count-handed-over" args={{ done: counts.deliverables_handed_over, all: count }} />{" "}
                </span>
              )}
              <Recorded className="strong">{count}</Recorded>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import type { Money as Sum, RegisterRow, RiskFigures } from "@/api/generated/api";
import { Button, Money } from "@/design";
import { T, useT } from "@/i18n";
import { type At, gravity, isSamePlace, placeOfRow } from "./kinds";

interface Properties {
  risks: RiskFigures;
  rows: readonly RegisterRow[];
  chosen: At | null;
  onChoose: (at: At | null) => void;
  onMatrix: () => void;
}

/** So many numbers stand in a cell; the rest are counted. */
const SHOWN = 2;

/** Where the open risks lie now; a cell shows only the risks on it. */
export function HeatMap({ risks, rows, chosen, onChoose, onMatrix }: Properties) {
  const t = useT();
  const { size, bands } = risks.matrix;
  const open = risks.map.reduce((sum, cell) => sum + cell.risks.length, 0);
  return (
    <div className="register-heat" data-testid="register-heat">
      <figure>
        <figcaption className="register-heat-head">
          <b><T id="register-heat" /></b>
          <span data-record className="faint small">{`${size} × ${size}`}</span>
          <Button label="register-matrix-edit" look="ghost" size="small" testid="register-matrix" onClick={onMatrix} />
        </figcaption>
        <div className="register-heat-frame">
          <span className="register-heat-impact small quiet"><T id="register-heat-impact" /></span>
          <div className="register-heat-grid" role="group" aria-label={t("register-heat")} style={{ gridTemplateColumns: `repeat(${size}, minmax(46px, 1fr))` }}>
            {risks.map.map((cell) => {
              const here = rows.filter((row) => isSamePlace(placeOfRow(row), cell) && row.kind === "risk");
              const { probability, impact, score } = cell;
              const numbers = here.map((row) => row.number);
              const says = numbers.length > 0 ? t("register-heat-cell", { probability, impact, score, risks: numbers.join(", ") }) : t("register-heat-cell-empty", { probability, impact, score });
              return (
                <button
                  key={`${probability}-${impact}`}
                  type="button"
                  className="register-heat-cell"
                  style={{ gridColumn: probability, gridRow: size - impact + 1 }}
                  data-gravity={gravity(cell.band, bands)}
                  data-testid={`register-cell-${probability}-${impact}`}
                  data-count={numbers.length}
                  aria-pressed={isSamePlace(cell, chosen)}
                  aria-label={says}
                  title={says}
                  disabled={numbers.length === 0}
                  onClick={() => onChoose(isSamePlace(cell, chosen) ? null : { probability, impact })}
                >
                  <small data-record>{score}</small>
                  {numbers.slice(0, SHOWN).map((number) => <span key={number} data-record>{number}</span>)}
                  {numbers.length > SHOWN && <span data-record>{`+${numbers.length - SHOWN}`}</span>}
                </button>
              );
            })}
          </div>
          <span className="register-heat-probability small quiet"><T id="register-heat-probability" /></span>
        </div>
      </figure>
      <div className="register-heat-sums">
        <Sums label="register-heat-at-stake" sums={risks.money_at_stake} testid="register-at-stake" />
        <Sums label="register-heat-expected" sums={risks.expected_money} testid="register-expected" />
        {open > 0 && risks.without_money > 0 && (
          <p className="small quiet"><T id="register-heat-without" args={{ count: risks.without_money }} as="block" /></p>
        )}
        {chosen && <Button label="register-heat-all" size="small" testid="register-heat-all" onClick={() => onChoose(null)} />}
      </div>
    </div>
  );
}

function Sums({ label, sums, testid }: { label: "register-heat-at-stake" | "register-heat-expected"; sums: readonly Sum[]; testid: string }) {
  return (
    <div data-testid={testid}>
      <span className="small quiet"><T id={label} as="block" /></span>
      {sums.length === 0 && <span className="quiet"><T id="register-heat-nothing" /></span>}
      {sums.map((sum) => (
        <b key={sum.currency} className="register-sum"><Money amount={sum.amount} currency={sum.currency} /></b>
      ))}
    </div>
  );
}

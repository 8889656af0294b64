import type { RiskFigures } from "@/api/generated/api";
import { Button } from "@/design";
import { type PlainId, T, useT } from "@/i18n";
import { type At, cellAt, gravity, isSamePlace } from "./kinds";

interface Properties {
  label: PlainId;
  value: At | null;
  onChange: (value: At | null) => void;
  risks: RiskFigures;
  testid: string;
}

/** A place on the project's matrix: probability to the right, impact upwards, each cell with its score. */
export function PlaceField({ label, value, onChange, risks, testid }: Properties) {
  const t = useT();
  const { size, bands } = risks.matrix;
  const levels = Array.from({ length: size }, (_, at) => at + 1);
  const cells = [...levels].reverse().flatMap((impact) => levels.map((probability) => ({ probability, impact })));
  const scored = value && cellAt(risks.map, value);
  return (
    <div className="field">
      <span className="field-label">
        <T id={label} />
      </span>
      <div className="register-place">
        <div className="register-place-grid" style={{ gridTemplateColumns: `repeat(${size}, minmax(0, 1fr))` }} role="radiogroup" aria-label={t(label)} data-testid={testid}>
          {cells.map((at) => {
            const cell = cellAt(risks.map, at);
            const says = t("register-heat-cell-empty", { ...at, score: cell?.score ?? 0 });
            return (
              <button
                key={`${at.probability}-${at.impact}`}
                type="button"
                role="radio"
                aria-checked={isSamePlace(at, value)}
                aria-label={says}
                title={says}
                className="register-place-cell"
                data-gravity={cell ? gravity(cell.band, bands) : undefined}
                data-testid={`${testid}-${at.probability}-${at.impact}`}
                onClick={() => onChange(at)}
              >
                <span data-record>{cell?.score}</span>
              </button>
            );
          })}
        </div>
        <div className="register-place-says">
          {value ? (
            <>
              <span><T id="register-field-probability" /> <b data-record>{value.probability}</b></span>
              <span><T id="register-field-impact" /> <b data-record>{value.impact}</b></span>
              {scored && <span><T id="register-score" /> <b data-record>{scored.score}</b></span>}
              <Button label="many-take-away" look="ghost" size="small" testid={`${testid}-none`} onClick={() => onChange(null)} />
            </>
          ) : (
            <span className="quiet"><T id="register-field-not-placed" /></span>
          )}
        </div>
      </div>
    </div>
  );
}

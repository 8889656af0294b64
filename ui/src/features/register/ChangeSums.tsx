import type { ChangeEffects } from "@/api/generated/api";
import { Money } from "@/design";
import { T } from "@/i18n";

/** What the changes come to in days and money, approved and proposed apart. */
export function ChangeSums({ approved, proposed }: { approved: ChangeEffects; proposed: ChangeEffects }) {
  return (
    <div className="register-sums" data-testid="register-sums">
      <Sum of="approved" effects={approved} />
      <Sum of="proposed" effects={proposed} />
    </div>
  );
}

function Sum({ of, effects }: { of: "approved" | "proposed"; effects: ChangeEffects }) {
  const { changes, days, money, unknown } = effects;
  return (
    <div className="register-fact" data-testid={`register-sums-${of}`}>
      <b><T id={`register-sums-${of}`} args={{ changes }} /></b>
      {changes > 0 && <T id="register-sums-days" args={{ days: days > 0 ? `+${days}` : String(days) }} />}
      {money.map((sum) => <Money key={sum.currency} amount={sum.amount} currency={sum.currency} />)}
      {unknown > 0 && <span className="quiet"><T id="register-sums-unknown" args={{ count: unknown }} /></span>}
    </div>
  );
}

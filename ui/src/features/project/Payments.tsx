import type { PaymentState, ProjectOverview as View } from "@/api/generated/api";
import { Button, DateText, dayArg, type IconName, Money, Name, percent, SectionHead, Tag, type Tone } from "@/design";
import { T } from "@/i18n";
import type { Editing } from "./Overview";

const LOOKS: Record<PaymentState, { tone: Tone; icon?: IconName; label: "overview-payment-state-paid" | "overview-payment-state-due" | "overview-payment-state-waiting-for-signature" | "overview-payment-state-open" }> = {
  paid: { tone: "jade", icon: "check", label: "overview-payment-state-paid" },
  due: { tone: "amber", icon: "clock", label: "overview-payment-state-due" },
  waiting_for_signature: { tone: "blue", icon: "pen", label: "overview-payment-state-waiting-for-signature" },
  open: { tone: "plain", label: "overview-payment-state-open" },
};

/** The payment milestones: what each waits for, and what is in. */
export function Payments({ view, editing, onEdit }: { view: View; editing: Editing; onEdit: (editing: Editing) => void }) {
  return (
    <section className="overview-section">
      <SectionHead
        title={<T id="overview-payments" />}
        aside={<Button label="app-add" look="ghost" size="small" icon="plus" testid="add-payment" onClick={() => onEdit({ what: "payment", id: null })} />}
      />
      {view.payments.length === 0 && <p className="quiet overview-none"><T id="overview-payments-none" /></p>}
      <ul>
        {view.payments.map(({ milestone, state, invoice_by }) => (
          <li key={milestone.id}>
            <button
              type="button"
              className="overview-payment"
              aria-current={editing.what === "payment" && editing.id === milestone.id}
              data-testid="edit-payment"
              onClick={() => onEdit({ what: "payment", id: milestone.id })}
            >
              <span>
                <Name text={milestone.title} />
                <small>
                  <T id="overview-share" args={{ share: percent(milestone.share) }} /> ·{" "}
                  {milestone.paid ? (
                    <DateText date={milestone.paid} />
                  ) : (
                    <T id={`overview-trigger-${trigger(milestone.trigger)}`} />
                  )}
                  {!milestone.paid && invoice_by && (
                    <>
                      {" "}
                      · <T id="overview-payment-invoice-by" args={{ date: dayArg(invoice_by) }} />
                    </>
                  )}
                </small>
              </span>
              <Tag {...LOOKS[state]} />
              <b className="right"><Money amount={milestone.amount} currency={milestone.currency} /></b>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Trigger = View["payments"][number]["milestone"]["trigger"];
type Dashed<S extends string> = S extends `${infer A}_${infer B}` ? `${A}-${Dashed<B>}` : S;
const trigger = <S extends Trigger>(code: S) => code.replaceAll("_", "-") as Dashed<S>;

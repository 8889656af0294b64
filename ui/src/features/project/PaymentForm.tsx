import type { PaymentMilestone, Trigger } from "@/api/generated/api";
import { BilingualField, Form, fraction, percent, placeOf, SidePanel, useRecordForm } from "@/design";
import { Choice } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { NumberField } from "@/design/NumberField";
import { T, useT } from "@/i18n";
import { CURRENCIES } from "./ContractForm";

const TRIGGERS: Trigger[] = ["contract_in_force", "goods_received", "preliminary_acceptance_signed", "final_acceptance_signed"];

interface Properties {
  project: string;
  /** None for a new one. */
  milestone: PaymentMilestone | null;
  /** The place of a new one. */
  position: number;
  currency: string;
  onClose: () => void;
}

/** A payment milestone: its share and amount, what makes it due, and when it came in. */
export function PaymentForm({ project, milestone, position, currency, onClose }: Properties) {
  const t = useT();
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_payment_milestone",
    place: placeOf("payment_milestone", project, milestone?.id),
    begin: () => ({
      title: { en: milestone?.title.en.words ?? "", zh: milestone?.title.zh.words ?? "" },
      share: milestone ? percent(milestone.share) : "",
      amount: milestone?.amount ?? "",
      currency: milestone?.currency ?? currency,
      trigger: milestone?.trigger ?? ("preliminary_acceptance_signed"),
      triggered: milestone?.triggered ?? null,
      paid: milestone?.paid ?? null,
      days: milestone?.invoice_within_days == null ? "" : String(milestone.invoice_within_days),
    }),
    ask: ({ share, days, ...rest }) => ({
      ...rest, milestone: milestone?.id ?? null, project, position: milestone?.position ?? position, share: fraction(share) ?? "0",
      invoice_within_days: days === "" ? null : Number(days),
    }),
    onSaved: () => {
      if (!milestone) onClose();
    },
  });
  return (
    <SidePanel testid="payment-panel" head={<h2><T id={milestone ? "overview-payment-edit" : "overview-payment-add"} /></h2>}>
      <Form
        name="payment"
        draft={draft}
        failure={save.failure}
        save={{ testid: "save-payment", busy: save.busy, run: submit }}
        close={{ testid: "close-payment", run: onClose }}
      >
        <BilingualField label="overview-payment-title" required value={typed.title} text={milestone?.title} as="stacked" onChange={(title) => set({ title })} testid="payment-title" />
        <div className="contract-money">
          <Choice label="overview-payment-currency" options={CURRENCIES} value={typed.currency} onChange={(code) => code && set({ currency: code })} speaks="record" testid="payment-currency" />
          <NumberField label="overview-payment-amount" required figure={{ of: "amount", currency: typed.currency }} value={typed.amount} onChange={(amount) => set({ amount })} testid="payment-amount" />
        </div>
        <div className="form-row">
          <NumberField label="overview-payment-share" required figure={{ of: "percent" }} value={typed.share} onChange={(share) => set({ share })} testid="payment-share" />
          <NumberField label="overview-payment-invoice-days" figure={{ of: "count" }} value={typed.days} onChange={(days) => set({ days })} testid="payment-invoice-days" />
        </div>
        <Choice
          label="overview-payment-trigger"
          options={TRIGGERS.map((code) => ({ value: code, label: t.coded(`overview-trigger-${code.replaceAll("_", "-")}`) }))}
          value={typed.trigger}
          onChange={(code) => code && set({ trigger: code as Trigger })}
          testid="payment-trigger"
        />
        <DateField label="overview-payment-triggered" sense="behind" value={typed.triggered} onChange={(triggered) => set({ triggered })} testid="payment-triggered" />
        <DateField label="overview-payment-paid" sense="behind" value={typed.paid} onChange={(paid) => set({ paid })} testid="payment-paid" />
      </Form>
    </SidePanel>
  );
}

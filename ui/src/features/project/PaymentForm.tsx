import { useState } from "react";
import type { PaymentMilestone, Trigger } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, DraftOffer, Failure, Field, fraction, percent, placeOf, SidePanel, useDraft } from "@/design";
import { Choice, DateField } from "@/design/Choice";
import { T, useT } from "@/i18n";
import { AMOUNT, CURRENCIES } from "./ContractForm";

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
  const [clean] = useState(() => ({
    title: { en: milestone?.title.en.words ?? "", zh: milestone?.title.zh.words ?? "" },
    share: milestone ? percent(milestone.share) : "",
    amount: milestone?.amount ?? "",
    currency: milestone?.currency ?? currency,
    trigger: milestone?.trigger ?? ("preliminary_acceptance_signed"),
    triggered: milestone?.triggered ?? null,
    paid: milestone?.paid ?? null,
    days: milestone?.invoice_within_days == null ? "" : String(milestone.invoice_within_days),
  }));
  const [typed, setTyped] = useState(clean);
  const draft = useDraft(placeOf("payment_milestone", project, milestone?.id), typed, clean, setTyped);
  const save = useCommand("save_payment_milestone", { failures: "inline" });
  const set = (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change }));
  const amount = typed.amount.replaceAll(",", "").trim();
  const share = fraction(typed.share);
  const amountFault = amount !== "" && !AMOUNT.test(amount);
  const shareFault = typed.share !== "" && share === undefined;
  const complete = amount !== "" && !amountFault && share !== undefined && (typed.title.en.trim() !== "" || typed.title.zh.trim() !== "");
  const submit = async () => {
    if (share === undefined) return;
    const saved = await save.run({
      milestone: milestone?.id ?? null, project, position: milestone?.position ?? position, title: typed.title, share, amount, currency: typed.currency,
      trigger: typed.trigger, triggered: typed.triggered, paid: typed.paid, invoice_within_days: /^\d{1,3}$/.test(typed.days) ? Number(typed.days) : null,
    });
    if (!saved) return;
    draft.settle();
    if (!milestone) onClose();
  };
  return (
    <SidePanel testid="payment-panel" head={<h2><T id={milestone ? "overview-payment-edit" : "overview-payment-add"} /></h2>}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DraftOffer draft={draft} testid="payment" />
        <BilingualField label="overview-payment-title" value={typed.title} text={milestone?.title} as="stacked" onChange={(title) => set({ title })} testid="payment-title" />
        <div className="contract-money">
          <Choice label="overview-payment-currency" options={CURRENCIES} value={typed.currency} onChange={(code) => code && set({ currency: code })} speaks="record" testid="payment-currency" />
          <Field label="overview-payment-amount" fault={amountFault ? "overview-amount-fault" : undefined} value={typed.amount} onChange={(value) => set({ amount: value })} testid="payment-amount" />
        </div>
        <div className="form-row">
          <Field label="overview-payment-share" fault={shareFault ? "overview-share-fault" : undefined} value={typed.share} onChange={(value) => set({ share: value })} testid="payment-share" />
          <Field label="overview-payment-invoice-days" value={typed.days} onChange={(days) => set({ days })} testid="payment-invoice-days" />
        </div>
        <Choice
          label="overview-payment-trigger"
          options={TRIGGERS.map((code) => ({ value: code, label: t.coded(`overview-trigger-${code.replaceAll("_", "-")}`) }))}
          value={typed.trigger}
          onChange={(code) => code && set({ trigger: code as Trigger })}
          testid="payment-trigger"
        />
        <DateField label="overview-payment-triggered" value={typed.triggered} onChange={(triggered) => set({ triggered })} testid="payment-triggered" />
        <DateField label="overview-payment-paid" value={typed.paid} onChange={(paid) => set({ paid })} testid="payment-paid" />
        <Failure failure={save.failure} />
        <div className="row row-end">
          <Button label="app-close" look="ghost" testid="close-payment" onClick={onClose} />
          <Button label="app-save" look="primary" type="submit" disabled={save.busy || !complete} testid="save-payment" />
        </div>
      </form>
    </SidePanel>
  );
}

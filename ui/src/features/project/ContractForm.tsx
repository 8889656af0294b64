import { useState } from "react";
import type { Contract, DeemedAcceptance, Language, SaveContract, Silence } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, DraftOffer, Failure, Field, fraction, percent, placeOf, SidePanel, useDraft } from "@/design";
import { Choice, DateField } from "@/design/Choice";
import { T, useT } from "@/i18n";
import { useCalendars } from "../party/options";

export const CURRENCIES = ["CNY", "HKD", "SGD", "USD", "MYR", "IDR", "THB", "VND", "PHP", "EUR"].map((code) => ({ value: code, label: code }));
export const AMOUNT = /^\d{1,15}(\.\d{1,2})?$/;

const NEW_CLAUSE: DeemedAcceptance = { working_days: 10, calendar: "cn", silence_means: "accepted", clause: "" };

/** The contract: number, money, which language prevails, what silence means. */
export function ContractForm({ project, contract, onClose }: { project: string; contract: Contract | null; onClose: () => void }) {
  const t = useT();
  const [clean] = useState(() => ({
    number: contract?.number ?? "",
    date: contract?.date ?? null,
    title: { en: contract?.title.en.words ?? "", zh: contract?.title.zh.words ?? "" },
    currency: contract?.currency ?? "CNY",
    amount: contract?.amount ?? "",
    vat: contract?.vat_rate ? percent(contract.vat_rate) : "",
    prevailing_language: contract?.prevailing_language ?? null,
    deemed_acceptance: contract?.deemed_acceptance ?? null,
  }));
  const [typed, setTyped] = useState(clean);
  const draft = useDraft(placeOf("contract", project), typed, clean, setTyped);
  const save = useCommand("save_contract", { failures: "inline" });
  const calendars = useCalendars();
  const set = (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change }));
  const clause = typed.deemed_acceptance;
  const setClause = (change: Partial<DeemedAcceptance>) => set({ deemed_acceptance: { ...(clause ?? NEW_CLAUSE), ...change } });

  const amount = typed.amount.replaceAll(",", "").trim();
  const amountFault = amount !== "" && !AMOUNT.test(amount);
  const vat = typed.vat.trim() === "" ? null : fraction(typed.vat);
  const submit = async () => {
    if (amountFault || vat === undefined) return;
    const { vat: _, ...rest } = typed;
    const request: SaveContract = { ...rest, project, amount: amount || null, vat_rate: vat };
    if (await save.run(request)) draft.settle();
  };
  return (
    <SidePanel testid="contract-panel" head={<h2><T id="overview-contract-edit" /></h2>}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DraftOffer draft={draft} testid="contract" />
        <Field label="overview-contract-number" value={typed.number} onChange={(number) => set({ number })} testid="contract-number" />
        <DateField label="overview-contract-date" value={typed.date} onChange={(date) => set({ date })} testid="contract-date" />
        <BilingualField label="overview-contract-title" value={typed.title} text={contract?.title} rows={2} as="stacked" onChange={(title) => set({ title })} testid="contract-title" />
        <div className="contract-money">
          <Choice label="overview-payment-currency" options={CURRENCIES} value={typed.currency} onChange={(currency) => currency && set({ currency })} speaks="record" testid="contract-currency" />
          <Field label="overview-contract-amount" fault={amountFault ? "overview-amount-fault" : undefined} value={typed.amount} onChange={(value) => set({ amount: value })} testid="contract-amount" />
        </div>
        <Field label="overview-contract-vat" fault={vat === undefined ? "overview-share-fault" : undefined} value={typed.vat} onChange={(value) => set({ vat: value })} testid="contract-vat" />
        <Choice
          label="overview-contract-language"
          options={[
            { value: "zh", label: t("place-language-zh") },
            { value: "en", label: t("place-language-en") },
          ]}
          value={typed.prevailing_language}
          onChange={(code) => set({ prevailing_language: code as Language | null })}
          clearable="yes"
          placeholder="app-not-set"
          testid="contract-language"
        />
        <Choice
          label="overview-contract-deemed"
          options={[
            { value: "accepted", label: t("overview-contract-deemed-accepted") },
            { value: "rejected", label: t("overview-contract-deemed-rejected") },
          ]}
          value={clause?.silence_means ?? null}
          onChange={(code) => (code ? setClause({ silence_means: code as Silence }) : set({ deemed_acceptance: null }))}
          clearable="yes"
          placeholder="overview-contract-deemed-none"
          testid="contract-deemed"
        />
        {clause && (
          <>
            <div className="form-row">
              <Field
                label="overview-contract-deemed-days"
                value={String(clause.working_days)}
                onChange={(days) => /^\d{1,3}$/.test(days) && setClause({ working_days: Number(days) })}
                testid="contract-deemed-days"
              />
              <Choice label="overview-contract-deemed-calendar" options={calendars} value={clause.calendar} onChange={(calendar) => calendar && setClause({ calendar })} testid="contract-deemed-calendar" />
            </div>
            <Field label="overview-contract-deemed-clause" value={clause.clause} onChange={(words) => setClause({ clause: words })} testid="contract-deemed-clause" />
          </>
        )}
        <Failure failure={save.failure} />
        <div className="row row-end">
          <Button label="app-close" look="ghost" testid="close-contract" onClick={() => {
            draft.settle();
            onClose();
          }} />
          <Button label="app-save" look="primary" type="submit" disabled={save.busy || amountFault || vat === undefined} testid="save-contract" />
        </div>
      </form>
    </SidePanel>
  );
}

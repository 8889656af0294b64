import type { Contract, DeemedAcceptance, Language, Silence } from "@/api/generated/api";
import { BilingualField, Field, Form, fraction, percent, placeOf, SidePanel, useRecordForm } from "@/design";
import { Choice } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { NumberField } from "@/design/NumberField";
import { T, useT } from "@/i18n";
import { useCalendars } from "../party/options";

export const CURRENCIES = ["CNY", "HKD", "SGD", "USD", "MYR", "IDR", "THB", "VND", "PHP", "EUR"].map((code) => ({ value: code, label: code }));

/** The clause of silence as it is typed; its days may not be readable yet. */
type ClauseTyped = Omit<DeemedAcceptance, "working_days"> & { working_days: string };

const NEW_CLAUSE: ClauseTyped = { working_days: "10", calendar: "cn", silence_means: "accepted", clause: "" };

const clauseOf = (contract: Contract | null): ClauseTyped | null =>
  contract?.deemed_acceptance ? { ...contract.deemed_acceptance, working_days: String(contract.deemed_acceptance.working_days) } : null;

/** The contract: number, money, which language prevails, what silence means. */
export function ContractForm({ project, contract, onClose }: { project: string; contract: Contract | null; onClose: () => void }) {
  const t = useT();
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_contract",
    place: placeOf("contract", project),
    begin: () => ({
      number: contract?.number ?? "",
      date: contract?.date ?? null,
      title: { en: contract?.title.en.words ?? "", zh: contract?.title.zh.words ?? "" },
      currency: contract?.currency ?? "CNY",
      amount: contract?.amount ?? "",
      vat: contract?.vat_rate ? percent(contract.vat_rate) : "",
      prevailing_language: contract?.prevailing_language ?? null,
      deemed_acceptance: clauseOf(contract),
    }),
    ask: ({ vat, amount, deemed_acceptance, ...rest }) => ({
      ...rest, project, amount: amount || null, vat_rate: fraction(vat) ?? null,
      deemed_acceptance: deemed_acceptance && { ...deemed_acceptance, working_days: Number(deemed_acceptance.working_days) },
    }),
  });
  const calendars = useCalendars();
  const clause = typed.deemed_acceptance;
  const setClause = (change: Partial<ClauseTyped>) => set({ deemed_acceptance: { ...(clause ?? NEW_CLAUSE), ...change } });
  return (
    <SidePanel testid="contract-panel" head={<h2><T id="overview-contract-edit" /></h2>}>
      <Form
        name="contract"
        draft={draft}
        failure={save.failure}
        save={{ testid: "save-contract", busy: save.busy, run: submit }}
        close={{ testid: "close-contract", run: onClose }}
      >
        <Field label="overview-contract-number" value={typed.number} onChange={(number) => set({ number })} testid="contract-number" />
        <DateField label="overview-contract-date" sense="behind" value={typed.date} onChange={(date) => set({ date })} testid="contract-date" />
        <BilingualField label="overview-contract-title" value={typed.title} text={contract?.title} rows={2} as="stacked" onChange={(title) => set({ title })} testid="contract-title" />
        <div className="contract-money">
          <Choice label="overview-payment-currency" options={CURRENCIES} value={typed.currency} onChange={(currency) => currency && set({ currency })} speaks="record" testid="contract-currency" />
          <NumberField label="overview-contract-amount" figure={{ of: "amount", currency: typed.currency }} value={typed.amount} onChange={(amount) => set({ amount })} testid="contract-amount" />
        </div>
        <NumberField label="overview-contract-vat" figure={{ of: "percent" }} value={typed.vat} onChange={(vat) => set({ vat })} testid="contract-vat" />
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
            <div className="form-row form-row-uneven">
              <NumberField
                label="overview-contract-deemed-days"
                required
                figure={{ of: "count" }}
                value={clause.working_days}
                onChange={(working_days) => setClause({ working_days })}
                testid="contract-deemed-days"
              />
              <Choice label="overview-contract-deemed-calendar" options={calendars} value={clause.calendar} onChange={(calendar) => calendar && setClause({ calendar })} testid="contract-deemed-calendar" />
            </div>
            <Field label="overview-contract-deemed-clause" value={clause.clause} onChange={(words) => setClause({ clause: words })} testid="contract-deemed-clause" />
          </>
        )}
      </Form>
    </SidePanel>
  );
}

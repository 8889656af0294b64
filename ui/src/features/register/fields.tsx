import type { RiskFigures, Text, Words } from "@/api/generated/api";
import { BilingualField, Button, Check, Field, Labelled, Segments } from "@/design";
import { Choice, Choices, type Option } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { NumberField } from "@/design/NumberField";
import { CURRENCIES } from "@/features/project/ContractForm";
import { idOf, type PlainId, T, useT } from "@/i18n";
import { type At, isKeptHere } from "./kinds";
import { PlaceField } from "./PlaceField";
import type { Asked, FormField, Looked, PeriodTyped, Signed } from "./shapes";
import type { RegisterOptions } from "./options";

interface Properties {
  field: FormField;
  /** What is typed, in the form of the field's shape. */
  value: unknown;
  onChange: (value: unknown) => void;
  /** A text as it is recorded. */
  recorded: Text | undefined;
  options: RegisterOptions;
  risks: RiskFigures;
}

/** One field of a register's form, as its shape asks for it. */
export function RegisterField({ field, value, onChange, recorded, options, risks }: Properties) {
  const { name, label, hint } = field;
  const testid = `register-field-${name.replaceAll("_", "-")}`;
  switch (field.as) {
    case "words":
      return <BilingualField label={label} required={field.required} value={value as Words} text={recorded} rows={field.rows ?? 2} as="stacked" onChange={onChange} testid={testid} />;
    case "day":
      return <DateField label={label} hint={hint} sense={field.sense} value={value as string | null} onChange={onChange} testid={testid} />;
    case "codes":
      return <Codes field={field} value={value as string | null} onChange={onChange} testid={testid} />;
    case "person":
      return <One label={label} options={options.people} value={value} onChange={onChange} testid={testid} />;
    case "organisation":
      return <One label={label} options={options.organisations} value={value} onChange={onChange} testid={testid} />;
    case "criterion":
      return <One label={label} options={options.criteria} value={value} onChange={onChange} testid={testid} />;
    case "record":
      return isKeptHere(field.of) && <One label={label} options={options.records[field.of]} value={value} onChange={onChange} testid={testid} />;
    case "people":
      return <Choices label={label} options={options.people} value={value as string[]} onChange={onChange} speaks="record" testid={testid} />;
    case "deliverables":
      return <Choices label={label} options={options.deliverables} value={value as string[]} onChange={onChange} speaks="record" testid={testid} />;
    case "requirements": {
      const looked = value as Looked<string[]>;
      return (
        <LookedAt label={label} value={looked} onChange={onChange} testid={testid}>
          <Choices label={label} options={options.requirements} value={looked.list} onChange={(list) => onChange({ ...looked, list })} speaks="record" testid={testid} />
        </LookedAt>
      );
    }
    case "numbers": {
      const looked = value as Looked<string>;
      return (
        <LookedAt label={label} value={looked} onChange={onChange} testid={testid}>
          <Field label={label} hint={hint} value={looked.list} onChange={(list) => onChange({ ...looked, list })} testid={testid} />
        </LookedAt>
      );
    }
    case "count":
      return <NumberField label={label} figure={{ of: "count" }} value={value as string} onChange={onChange} testid={testid} />;
    case "money":
      return <Amount label={label} value={value as Signed} onChange={onChange} testid={testid} />;
    case "money_change":
      return <Amount label={label} value={value as Signed} onChange={onChange} ways={["register-field-more", "register-field-less"]} testid={testid} />;
    case "days_change": {
      const days = value as Signed;
      return (
        <div className="form-row">
          <NumberField label={label} figure={{ of: "count" }} value={days.figure} onChange={(figure) => onChange({ ...days, figure })} testid={testid} />
          <Way ways={["register-field-later", "register-field-earlier"]} label={label} value={days} onChange={onChange} testid={testid} />
        </div>
      );
    }
    case "place":
      return <PlaceField label={label} value={value as At | null} onChange={onChange} risks={risks} testid={testid} />;
    case "period":
      return <PeriodField label={label} value={value as PeriodTyped} onChange={onChange} testid={testid} />;
    case "questions":
      return <Questions label={label} value={value as Asked[]} onChange={onChange} testid={testid} />;
    case "line":
    case "tags":
    case "internal":
      return <Field label={label} hint={hint} rows={field.as === "internal" ? 2 : undefined} value={value as string} onChange={onChange} testid={testid} />;
    case "kept":
      return null;
  }
}

interface Shared {
  label: PlainId;
  testid: string;
}

function One({ value, ...rest }: Shared & { options: Option[]; value: unknown; onChange: (value: string | null) => void }) {
  return <Choice {...rest} value={value as string | null} clearable="yes" speaks="record" />;
}

/** Few codes stand side by side, many in a list. */
const FEW = 3;

function Codes({ field, value, onChange, testid }: { field: Extract<FormField, { as: "codes" }>; value: string | null; onChange: (value: string | null) => void; testid: string }) {
  const t = useT();
  const { codes, label, optional } = field;
  if (optional || codes.length > FEW) {
    const options = codes.map((code) => ({ value: code.value, label: t(code.label) }));
    return <Choice label={label} options={options} value={value} onChange={(code) => (code !== null || optional) && onChange(code)} clearable={optional ? "yes" : "no"} testid={testid} />;
  }
  return (
    <Labelled label={label}>
      <Segments label={t(label)} options={codes.map((code) => ({ value: code.value, label: <T id={code.label} /> }))} value={value ?? ""} onChange={onChange} testid={testid} />
    </Labelled>
  );
}

/** Unknown is not "none": a list is only said once somebody has looked. */
function LookedAt<L>({ label, value, onChange, testid, children }: Shared & { value: Looked<L>; onChange: (value: Looked<L>) => void; children: React.ReactNode }) {
  return (
    <div className="register-looked">
      {value.looked === "yes" ? children : <span className="field-label"><T id={label} /></span>}
      <Check label="register-field-looked" checked={value.looked === "yes"} onChange={(checked) => onChange({ ...value, looked: checked ? "yes" : "no" })} testid={`${testid}-looked`} />
    </div>
  );
}

function Way({ ways, label, value, onChange, testid }: Shared & { ways: [PlainId, PlainId]; value: Signed; onChange: (value: Signed) => void }) {
  const t = useT();
  return (
    <div className="register-way">
      <Segments
        label={t(label)}
        options={[
          { value: "up", label: <T id={ways[0]} /> },
          { value: "down", label: <T id={ways[1]} /> },
        ]}
        value={value.way}
        onChange={(way) => onChange({ ...value, way })}
        testid={`${testid}-way`}
      />
    </div>
  );
}

function Amount({ ways, ...shared }: Shared & { value: Signed; onChange: (value: Signed) => void; ways?: [PlainId, PlainId] }) {
  const { label, value, onChange, testid } = shared;
  return (
    <>
      <div className="contract-money">
        <Choice label="register-field-currency" options={CURRENCIES} value={value.currency} onChange={(currency) => currency && onChange({ ...value, currency })} speaks="record" testid={`${testid}-currency`} />
        <NumberField label={label} figure={{ of: "amount", currency: value.currency }} value={value.figure} onChange={(figure) => onChange({ ...value, figure })} testid={testid} />
      </div>
      {ways && <Way {...shared} ways={ways} />}
    </>
  );
}

const UNITS = ["none", "working_days", "days", "months", "years"] as const;

function PeriodField({ label, value, onChange, testid }: Shared & { value: PeriodTyped; onChange: (value: PeriodTyped) => void }) {
  const t = useT();
  const { unit, length } = value;
  return (
    <div className="form-row">
      <Choice label={label} options={UNITS.map((code) => ({ value: code, label: t(idOf("register-period", code)) }))} value={unit} onChange={(code) => onChange({ ...value, unit: (code ?? "none") as PeriodTyped["unit"] })} testid={`${testid}-unit`} />
      {unit !== "none" && <NumberField label="register-field-period-length" required figure={{ of: "count" }} value={length} onChange={(typed) => onChange({ ...value, length: typed })} testid={testid} />}
    </div>
  );
}

const BLANK: Asked = { asked: null, question: { en: "", zh: "" }, answered: null, answer: { en: "", zh: "" } };

/** What came back with a question, one below the other. */
function Questions({ label, value, onChange, testid }: Shared & { value: Asked[]; onChange: (value: Asked[]) => void }) {
  const change = (at: number, to: Partial<Asked>) => onChange(value.map((each, index) => (index === at ? { ...each, ...to } : each)));
  return (
    <div className="register-questions" role="group" data-testid={testid}>
      <span className="field-label"><T id={label} /></span>
      {value.map((each, at) => (
        <div key={at} className="register-question">
          <DateField label="register-field-asked" required sense="behind" value={each.asked} onChange={(asked) => change(at, { asked })} testid={`${testid}-${at}-asked`} />
          <BilingualField label="register-field-question" value={each.question} rows={2} as="stacked" onChange={(question) => change(at, { question })} testid={`${testid}-${at}-question`} />
          <DateField label="register-field-question-answered" sense="behind" value={each.answered} onChange={(answered) => change(at, { answered })} testid={`${testid}-${at}-answered`} />
          <BilingualField label="register-field-answer" value={each.answer} rows={2} as="stacked" onChange={(answer) => change(at, { answer })} testid={`${testid}-${at}-answer`} />
          <Button label="app-remove" look="ghost" size="small" testid={`${testid}-${at}-remove`} onClick={() => onChange(value.filter((_, index) => index !== at))} />
        </div>
      ))}
      <Button label="register-field-questions-add" size="small" icon="plus" testid={`${testid}-add`} onClick={() => onChange([...value, BLANK])} />
    </div>
  );
}

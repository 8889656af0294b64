// The fields of each kind's form, and how a field is typed and kept: one generic form is drawn from them.
import type { KeptRecord, Period, RecordFields, Text, Words } from "@/api/generated/api";
import { wordsOf } from "@/design";
import { idOf, type PlainId } from "@/i18n";
import type { KeptHere } from "./kinds";

export interface Code {
  value: string;
  label: PlainId;
}

/** How a field is typed. */
export type Shape =
  | { as: "words"; rows?: number; required?: true }
  | { as: "day"; sense: "ahead" | "behind" }
  | { as: "codes"; codes: Code[]; optional?: true }
  | { as: "person" | "organisation" | "people" | "deliverables" | "requirements" | "criterion" }
  | { as: "record"; of: KeptHere }
  | { as: "count" | "money" | "days_change" | "money_change" | "place" | "period" | "questions" }
  | { as: "line" | "numbers" | "tags" | "internal" }
  /** Is written by an act and goes through the form as it stands. */
  | { as: "kept" };

export type FormField = { name: string; label: PlainId; hint?: PlainId } & Shape;

const words = (name: string, label: PlainId, rows = 2): FormField => ({ name, label, as: "words", rows });
const title = (label: PlainId): FormField => ({ name: "title", label, as: "words", rows: 2, required: true });
const day = (name: string, label: PlainId, sense: "ahead" | "behind"): FormField => ({ name, label, as: "day", sense });
const codes = <C extends string>(values: readonly C[], label: (code: C) => PlainId): Code[] => values.map((value) => ({ value, label: label(value) }));
const owner: FormField = { name: "owner", label: "register-field-owner", as: "person" };
const states = (values: readonly ("open" | "occurred" | "closed" | "resolved" | "proposed" | "analysis" | "approved" | "rejected" | "withdrawn" | "done" | "dropped")[]): FormField => ({
  name: "state", label: "register-field-state", as: "codes", codes: codes(values, (code) => idOf("register-state", code)),
});
const SEVERITIES = ["low", "medium", "high", "critical"] as const;
const CATEGORIES = ["acceptance", "commercial", "compliance", "operations", "partner", "people", "schedule", "supply", "technical"] as const;

export const FIELDS: Record<KeptHere, FormField[]> = {
  risk: [
    title("register-field-title-risk"),
    { name: "category", label: "register-field-category", as: "codes", codes: codes(CATEGORIES, (code) => idOf("register-category", code)) },
    owner,
    { name: "inherent", label: "register-field-inherent", as: "place" },
    { name: "current", label: "register-field-current", as: "place" },
    { name: "residual", label: "register-field-residual", as: "place" },
    words("cause", "register-field-cause"),
    words("event", "register-field-event"),
    words("effect", "register-field-effect"),
    { name: "response", label: "register-field-response", as: "codes", optional: true, codes: codes(["avoid", "mitigate", "transfer", "accept"], (code) => idOf("register-response", code)) },
    words("measures", "register-field-measures"),
    words("trigger", "register-field-trigger"),
    day("next_review", "register-field-next-review", "ahead"),
    { name: "days_at_stake", label: "register-field-days-at-stake", as: "count" },
    { name: "money_at_stake", label: "register-field-money-at-stake", as: "money" },
    { name: "deliverables", label: "register-field-deliverables", as: "deliverables" },
    states(["open", "occurred", "closed"]),
  ],
  issue: [
    title("register-field-title-issue"),
    words("note", "register-field-note", 3),
    { name: "severity", label: "register-field-severity", as: "codes", codes: codes(SEVERITIES, (code) => idOf("register-severity", code)) },
    owner,
    day("due", "register-field-due", "ahead"),
    { name: "blocking", label: "register-field-blocking", as: "codes", codes: codes(["blocks", "does_not_block"], (code) => idOf("register-gate", code)) },
    { name: "from_risk", label: "register-field-from-risk", as: "record", of: "risk" },
    day("raised", "register-field-raised", "behind"),
    day("resolved", "register-field-resolved", "behind"),
    states(["open", "resolved", "closed"]),
  ],
  change_request: [
    title("register-field-title-change-request"),
    words("reason", "register-field-reason"),
    words("effect", "register-field-effect"),
    { name: "requested_by", label: "register-field-requested-by", as: "person" },
    day("requested", "register-field-requested", "behind"),
    { name: "deciders", label: "register-field-deciders", as: "people" },
    { name: "requirements", label: "register-field-requirements", as: "requirements" },
    { name: "days", label: "register-field-days", as: "days_change" },
    { name: "money", label: "register-field-money", as: "money_change" },
    { name: "checks", label: "register-field-checks", hint: "register-field-checks-hint", as: "numbers" },
    { name: "voices", label: "register-change-waits", as: "kept" },
    day("decided", "register-field-decided", "behind"),
    states(["proposed", "analysis", "approved", "rejected", "withdrawn"]),
  ],
  decision: [
    title("register-field-title-decision"),
    words("reason", "register-field-reason", 3),
    day("date", "register-field-date", "behind"),
    { name: "decided_by", label: "register-field-decided-by", as: "people" },
    { name: "change", label: "register-field-change", as: "record", of: "change_request" },
  ],
  action: [
    title("register-field-title-action"),
    words("note", "register-field-note"),
    owner,
    day("due", "register-field-due", "ahead"),
    { name: "from_risk", label: "register-field-from-risk", as: "record", of: "risk" },
    { name: "from_issue", label: "register-field-from-issue", as: "record", of: "issue" },
    { name: "from_decision", label: "register-field-from-decision", as: "record", of: "decision" },
    { name: "criterion", label: "register-field-criterion", as: "criterion" },
    day("done", "register-field-done", "behind"),
    states(["open", "done", "dropped"]),
  ],
  approval: [
    title("register-field-title-approval"),
    { name: "approval", label: "register-field-approval", as: "codes", codes: codes(["procurement", "authority", "client", "internal"], (code) => idOf("register-approval-kind", code)) },
    words("authority", "register-field-authority", 1),
    words("step", "register-field-step", 1),
    { name: "organisation", label: "register-field-organisation", as: "organisation" },
    { name: "waits_for", label: "register-field-waits-for", as: "person" },
    words("blocks", "register-field-blocks"),
    day("submitted", "register-field-submitted", "behind"),
    { name: "period", label: "register-field-period", as: "period" },
    { ...day("expected", "register-field-expected", "ahead"), hint: "register-field-expected-hint" },
    day("answered", "register-field-answered", "behind"),
    day("valid_until", "register-field-valid-until", "ahead"),
    { name: "questions", label: "register-field-questions", as: "questions" },
    { name: "met", label: "register-field-met", as: "people" },
    { name: "offered", label: "register-field-offered", hint: "register-field-internal", as: "internal" },
    { name: "agreed", label: "register-field-agreed", hint: "register-field-internal", as: "internal" },
    { name: "state", label: "register-field-state", as: "codes", codes: codes(["preparing", "pending", "approved", "rejected", "withdrawn"] as const, (code) => (code === "pending" ? "register-state-waiting" : idOf("register-state", code))) },
  ],
  letter: [
    title("register-field-title-letter"),
    { name: "letter", label: "register-field-letter", as: "codes", codes: codes(["letter", "work_contact_letter"], (code) => idOf("register-letter", code)) },
    { name: "direction", label: "register-field-direction", as: "codes", codes: codes(["incoming", "outgoing"], (code) => idOf("register-direction", code)) },
    { name: "from", label: "register-field-from", as: "organisation" },
    { name: "to", label: "register-field-to", as: "organisation" },
    day("date", "register-field-letter-date", "behind"),
    words("body", "register-field-body", 4),
    day("delivered", "register-field-delivered", "behind"),
    { name: "proof", label: "register-field-proof", hint: "register-field-proof-hint", as: "line" },
    day("reply_due", "register-field-reply-due", "ahead"),
    day("replied", "register-field-replied", "behind"),
    { name: "answers", label: "register-field-answers", as: "record", of: "letter" },
  ],
  lesson: [
    title("register-field-title-lesson"),
    words("text", "register-field-text", 4),
    { name: "tags", label: "register-field-tags", hint: "register-field-tags-hint", as: "tags" },
    { name: "source", label: "register-field-source", hint: "register-field-source-hint", as: "line" },
  ],
};

/** What is typed of a figure that may be less than nothing. */
export interface Signed {
  way: "up" | "down";
  figure: string;
  currency: string;
}

export interface Asked {
  asked: string | null;
  question: Words;
  answered: string | null;
  answer: Words;
}

/** A list that somebody has looked at, or nobody. */
export interface Looked<L> {
  looked: "yes" | "no";
  list: L;
}

export interface PeriodTyped {
  unit: Period["unit"] | "none";
  length: string;
}

type Plain = Record<string, unknown>;

const isText = (value: unknown): value is Text => typeof value === "object" && value !== null && "en" in value && typeof value.en === "object";

/** A record's fields as its form holds them: texts as their words, and nothing of where it stands. */
export function fieldsOf(record: KeptRecord): RecordFields {
  const { id: _id, project: _project, stack: _stack, number: _number, ...fields } = record;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, isText(value) ? wordsOf(value) : value])) as RecordFields;
}

/** What a person begins with where nothing is recorded; it says what the act of adding one implies. */
const FIRST: Record<KeptHere, (today: string) => Plain> = {
  risk: () => ({ category: "technical", state: "open", deliverables: [] }),
  issue: (today) => ({ severity: "medium", state: "open", blocking: "does_not_block", raised: today }),
  change_request: (today) => ({ state: "proposed", requested: today, deciders: [], voices: [] }),
  decision: (today) => ({ date: today, decided_by: [] }),
  action: () => ({ state: "open" }),
  approval: () => ({ approval: "authority", state: "preparing", questions: [], met: [], offered: "", agreed: "" }),
  letter: (today) => ({ letter: "letter", direction: "incoming", date: today, proof: "" }),
  lesson: () => ({ tags: [], source: "" }),
};

const signed = (figure: string, currency: string): Signed => ({ way: figure.startsWith("-") ? "down" : "up", figure: figure.replace("-", ""), currency });
const unsigned = ({ way, figure }: Signed): string => (way === "down" && Number(figure) !== 0 ? `-${figure}` : figure);

function typedOf(shape: Shape, value: unknown, currency: string): unknown {
  switch (shape.as) {
    case "words":
      return isText(value) ? wordsOf(value) : (value ?? { en: "", zh: "" });
    case "people":
    case "deliverables":
    case "questions":
    case "kept":
      return value ?? [];
    case "requirements":
      return { looked: value == null ? "no" : "yes", list: value ?? [] };
    case "numbers":
      return { looked: value == null ? "no" : "yes", list: ((value ?? []) as string[]).join(", ") };
    case "tags":
      return ((value ?? []) as string[]).join(", ");
    case "count":
      return typeof value === "number" ? String(value) : "";
    case "days_change":
      return signed(typeof value === "number" ? String(value) : "", "");
    case "money":
    case "money_change": {
      const money = value as { amount: string; currency: string } | null | undefined;
      return signed(money?.amount ?? "", money?.currency ?? currency);
    }
    case "period": {
      const period = value as Period | null | undefined;
      return { unit: period?.unit ?? "none", length: period ? String(period.length) : "" };
    }
    case "line":
    case "internal":
      return value ?? "";
    default:
      return value ?? null;
  }
}

function saidOf(shape: Shape, typed: unknown): unknown {
  switch (shape.as) {
    case "requirements": {
      const { looked, list } = typed as Looked<string[]>;
      return looked === "yes" ? list : null;
    }
    case "numbers": {
      const { looked, list } = typed as Looked<string>;
      return looked === "yes" ? list.split(/[,，、;；\s]+/u).filter(Boolean) : null;
    }
    case "tags":
      // A tag may be of several words.
      return (typed as string).split(/[,，、;；]/u).map((tag) => tag.trim()).filter(Boolean);
    case "count":
      return typed === "" ? null : Number(typed);
    case "days_change": {
      const days = typed as Signed;
      return days.figure === "" ? null : Number(unsigned(days));
    }
    case "money":
    case "money_change": {
      const money = typed as Signed;
      return money.figure === "" ? null : { amount: unsigned(money), currency: money.currency };
    }
    case "period": {
      const { unit, length } = typed as PeriodTyped;
      return unit === "none" || length === "" ? null : { unit, length: Number(length) };
    }
    case "questions":
      // A question without its day has not come back yet.
      return (typed as Asked[]).filter(({ asked }) => asked !== null);
    default:
      return typed;
  }
}

export interface Begun {
  today: string;
  /** In which a new amount is typed. */
  currency: string;
  /** What a new record is made from. */
  preset?: Record<string, unknown> | undefined;
}

/** What is typed, by the names of its fields. */
export type Typed = Record<string, unknown>;

/** A record, or a new one, as its form is typed. */
export function typedRecord(kind: KeptHere, record: KeptRecord | null, { today, currency, preset }: Begun): Typed {
  const from: Plain = record ? { ...record } : { ...FIRST[kind](today), ...preset };
  return Object.fromEntries(FIELDS[kind].map((field) => [field.name, typedOf(field, from[field.name], currency)]));
}

/** What was typed as the form of the record. */
export function saidRecord(kind: KeptHere, typed: Typed): RecordFields {
  return { kind, ...Object.fromEntries(FIELDS[kind].map((field) => [field.name, saidOf(field, typed[field.name])])) } as RecordFields;
}

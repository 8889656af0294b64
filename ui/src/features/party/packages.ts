// How work packages look, and what a form of one holds.
import type { PackageLook, PackagePayer, PackageState, RecordFields, WorkPackageRow, Words } from "@/api/generated/api";
import { type IconName, type Tone, wordsOf } from "@/design";

export const STATES: Record<PackageState, { tone: Tone; icon?: IconName }> = {
  own: { tone: "plain" },
  undated: { tone: "unknown" },
  planned: { tone: "blue" },
  expected_late: { tone: "amber", icon: "clock" },
  late: { tone: "crimson", icon: "warning" },
  handed_over: { tone: "amber", icon: "half" },
  accepted: { tone: "jade", icon: "check" },
  accepted_with_remark: { tone: "jade", icon: "half" },
  returned: { tone: "crimson", icon: "cross" },
};

export const MARKS = ["passed", "passed_with_remark", "failed", "not_tested"] as const;
export const PAYERS: readonly PackagePayer[] = ["public_body", "large_company", "other"];

/** The four parts that somebody can have in a package, in the order of the letters. */
export const PARTS = ["responsible", "accountable", "consulted", "informed"] as const;
export type Part = (typeof PARTS)[number];
export const LETTERS: Record<Part, string> = { responsible: "R", accountable: "A", consulted: "C", informed: "I" };

export interface LookTyped {
  on: string | null;
  mark: PackageLook["mark"];
  by: string | null;
  remark: Words;
}

export interface PackageTyped extends Record<Part, string[]> {
  title: Words;
  note: Words;
  part_of: string | null;
  deliverables: string[];
  partner: string | null;
  planned: string | null;
  forecast: string | null;
  handed_over: string | null;
  looks: LookTyped[];
  pays: "yes" | "no";
  payer: PackagePayer;
  small: "yes" | "no" | "unknown";
  agreed_days: string;
  on_acceptance: boolean;
  /** A period of another unit than these stays as it is. */
  acceptance: string;
  pay_when_paid: boolean;
  paid: string | null;
}

const BLANK: Words = { en: "", zh: "" };

export function beginPackage(row: WorkPackageRow | undefined, partner: string | null): PackageTyped {
  const record = row?.record;
  const payment = record?.payment;
  const small = payment?.partner_is_small;
  return {
    title: record ? wordsOf(record.title) : BLANK,
    note: record ? wordsOf(record.note) : BLANK,
    part_of: record?.part_of ?? null,
    responsible: record?.responsible ?? [],
    accountable: record?.accountable ?? [],
    consulted: record?.consulted ?? [],
    informed: record?.informed ?? [],
    deliverables: record?.deliverables ?? [],
    partner: record ? (record.partner ?? null) : partner,
    planned: record?.planned ?? null,
    forecast: record?.forecast ?? null,
    handed_over: record?.handed_over ?? null,
    looks: (record?.looks ?? []).map(({ on, mark, by, remark }) => ({ on, mark, by: by ?? null, remark })),
    pays: payment ? "yes" : "no",
    payer: payment?.payer ?? "large_company",
    small: small == null ? "unknown" : small ? "yes" : "no",
    agreed_days: payment?.agreed_days == null ? "" : String(payment.agreed_days),
    on_acceptance: payment?.on_acceptance ?? false,
    acceptance: payment?.acceptance_period ? String(payment.acceptance_period.length) : "",
    pay_when_paid: payment?.pay_when_paid ?? false,
    paid: payment?.paid ?? null,
  };
}

const figure = (typed: string): number | null => (typed.trim() === "" ? null : Number(typed));

/** The form as it is saved; none while a look has no day. */
export function packageSaid(typed: PackageTyped, row: WorkPackageRow | undefined): Extract<RecordFields, { kind: "work_package" }> | undefined {
  const { pays, payer, small, agreed_days, on_acceptance, acceptance, pay_when_paid, paid, looks, ...fields } = typed;
  const dated = looks.flatMap(({ on, ...look }) => (on ? [{ on, ...look }] : []));
  if (dated.length < looks.length) return undefined;
  const length = figure(acceptance);
  const unit = row?.record.payment?.acceptance_period?.unit ?? "working_days";
  return {
    kind: "work_package",
    ...fields,
    looks: [...dated].sort((a, b) => a.on.localeCompare(b.on)),
    payment: pays === "no" ? null : {
      payer, partner_is_small: small === "unknown" ? null : small === "yes", agreed_days: figure(agreed_days), on_acceptance, acceptance_period: length === null ? null : { unit, length }, pay_when_paid, paid,
    },
  };
}

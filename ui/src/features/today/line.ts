// A line of Today: what it is known by, where it is opened, what it says.
import type { LineAct, TodayItem, TodayLine, TodayWhat } from "@/api/generated/api";
import type { Arg } from "@/i18n";
import { acceptanceAt, documentAt, gatesAt, overviewAt, registerAt, scopeAt } from "@/window/places";

export const lineOf = ({ what, record }: TodayItem): TodayLine => ({ kind: what.kind, record });

export const keyOf = ({ what, record }: TodayItem): string => `${what.kind}:${record}`;

/** Where the thing to do is done. */
export function placeOf({ project, record, what }: TodayItem): string {
  switch (what.kind) {
    case "signature_awaited":
    case "texts_to_review":
      return documentAt(project, what.document);
    case "deliverable_due":
      return scopeAt(project, record);
    case "criteria_open":
      return acceptanceAt(project, { round: what.round });
    case "blocking_issue":
    case "open_issue_due":
      return acceptanceAt(project, { round: what.round, issue: record });
    case "evidence_expired":
      return acceptanceAt(project);
    case "gate_blocked":
      return gatesAt(project, record);
    case "invoice_due":
      return overviewAt(project);
    case "action_due":
    case "issue_blocks":
    case "issue_due":
    case "review_due":
    case "reply_due":
    case "reply_awaited":
    case "approval_expected":
    case "question_open":
    case "approval_ends":
      return registerAt(project, record);
  }
}

/** The arguments of its sentences. */
export function argsOf(what: TodayWhat): Record<string, Arg> {
  const { kind: _, ...args } = what;
  if (what.kind !== "gate_blocked") return args as Record<string, Arg>;
  const by = { en: what.by.map(({ en }) => en).join("; "), zh: what.by.map(({ zh }) => zh).join("；") };
  return { number: what.number, title: what.title, passed: what.passed, by };
}

/** Its message. */
export const messageOf = (what: TodayWhat): string => `today-${what.kind.replaceAll("_", "-")}`;

export const offers = (item: TodayItem | undefined, act: LineAct): boolean => item?.acts.includes(act) ?? false;

// What can be done to a record at once, beside its form: each is one act, and undo takes it back.
import { seenAt } from "@/api/seen";
import type { KeptRecord, RegisterName, SaveRecord } from "@/api/generated/api";
import type { MessageId } from "@/i18n";
import type { Arg } from "@/i18n";
import type { KeptHere, Of } from "./kinds";
import { fieldsOf } from "./shapes";

/** One thing to do. */
export type Effect =
  /** Some fields are written over; the rest stays. */
  | { does: "save"; change: Record<string, unknown> }
  | { does: "happened" }
  | { does: "decide"; verdict: "approved" | "rejected" }
  /** A new record begins with what this one says. */
  | { does: "begin"; kind: KeptHere; preset: Record<string, unknown> };

export interface QuickAct {
  name: string;
  label: MessageId;
  args?: Record<string, Arg>;
  look?: "primary" | "plain";
  effect: Effect;
}

const save = (name: string, label: MessageId, change: Record<string, unknown>, look?: "primary"): QuickAct => ({ name, label, effect: { does: "save", change }, ...(look && { look }) });

interface Known {
  today: string;
  /** Who has still to speak of a change request, by name. */
  waiting: readonly RegisterName[];
  /** Whether a decision settles the change request already. */
  isSettled: boolean;
}

/** What there is to do to a record as it stands. */
export function actsOf(record: KeptRecord, known: Known): QuickAct[] {
  const { today } = known;
  const follow = (from: string): QuickAct => ({ name: "action", label: "register-act-action", effect: { does: "begin", kind: "action", preset: { [from]: record.id, ...("owner" in record && { owner: record.owner }) } } });
  switch (record.kind) {
    case "risk":
      return record.state === "open"
        ? [{ name: "happened", label: "register-act-happened", effect: { does: "happened" } }, follow("from_risk"), save("close", "register-act-close", { state: "closed" })]
        : record.state === "closed" ? [save("reopen", "register-act-reopen", { state: "open" })] : [];
    case "issue":
      return record.state === "closed"
        ? [save("reopen", "register-act-reopen", { state: "open", resolved: null })]
        : [
            ...(record.state === "open" ? [save("resolved", "register-act-resolved", { state: "resolved", resolved: today })] : []),
            follow("from_issue"),
            save("close", "register-act-close", { state: "closed", resolved: record.resolved ?? today }),
          ];
    case "change_request":
      return ofChange(record, known);
    case "decision":
      return [follow("from_decision")];
    case "action":
      return record.state === "open" ? [save("done", "register-act-done", { state: "done", done: today }, "primary")] : [save("reopen", "register-act-reopen", { state: "open", done: null })];
    case "approval":
      return ofApproval(record, today);
    case "letter":
      return [
        ...(record.reply_due && !record.replied ? [save("replied", record.direction === "outgoing" ? "register-act-replied" : "register-act-we-replied", { replied: today }, "primary")] : []),
        ...(record.direction === "outgoing" && !record.delivered ? [save("delivered", "register-act-delivered", { delivered: today })] : []),
      ];
    default:
      return [];
  }
}

function ofChange(change: Of<"change_request">, { today, waiting, isSettled }: Known): QuickAct[] {
  if (change.state === "approved" || change.state === "rejected")
    return isSettled ? [] : [{ name: "decision", label: "register-act-decision", effect: { does: "decide", verdict: change.state } }];
  if (change.state === "withdrawn") return [];
  const speaks = (person: RegisterName, agrees: boolean): QuickAct => ({
    name: `${agrees ? "agrees" : "refuses"}-${person.id}`,
    label: agrees ? "register-act-agrees" : "register-act-refuses",
    args: { person: person.name },
    effect: { does: "save", change: { voices: [...change.voices.filter((voice) => voice.person !== person.id), { person: person.id, agrees, on: today }] } },
  });
  const isAgreed = waiting.length === 0 && change.deciders.length > 0 && change.voices.every((voice) => voice.agrees);
  return [
    ...waiting.flatMap((person) => [speaks(person, true), speaks(person, false)]),
    { name: "approve", label: "register-act-approve", look: isAgreed ? "primary" : "plain", effect: { does: "decide", verdict: "approved" } },
    { name: "reject", label: "register-act-reject", effect: { does: "decide", verdict: "rejected" } },
  ];
}

function ofApproval(approval: Of<"approval">, today: string): QuickAct[] {
  if (approval.state === "preparing") return [save("hand-in", "register-act-hand-in", { state: "pending", submitted: today }, "primary")];
  if (approval.state !== "pending") return [];
  const asked = approval.questions.findIndex(({ answered }) => !answered);
  const answered = approval.questions.map((question, at) => (at === asked ? { ...question, answered: today } : question));
  return [
    ...(asked >= 0 ? [save("answered", "register-act-answered", { questions: answered }, "primary")] : []),
    save("given", "register-act-given", { state: "approved", answered: today }),
    save("refused", "register-act-refused", { state: "rejected", answered: today }),
  ];
}

/** A record with some of its fields written over, as it is saved. */
export function patched(record: KeptRecord, change: Record<string, unknown>): SaveRecord {
  const { id, project, stack, number } = record;
  return { record: id, project, stack, number, fields: { ...fieldsOf(record), ...change }, based_on: seenAt() };
}

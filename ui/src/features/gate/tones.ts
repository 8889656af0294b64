// How gates and their conditions look, and how a record of them is saved again.
import type { Gate, GateCheck, GateCheckState, GateLine, Gates, GateState, GateVerdict, GateWhy, HandOver, RecordFields, SaveRecord, Stage } from "@/api/generated/api";
import { seenAt } from "@/api/seen";
import { dayArg, type IconName, type Tone, wordsOf } from "@/design";
import type { Arg } from "@/i18n";

interface Look {
  tone: Tone;
  icon?: IconName;
}

export const STATES: Record<GateState, Look> = {
  passed: { tone: "jade", icon: "check" },
  lapsed: { tone: "crimson", icon: "warning" },
  ready: { tone: "blue", icon: "half" },
  waiting: { tone: "plain", icon: "clock" },
  unknown: { tone: "unknown" },
  held: { tone: "crimson", icon: "cross" },
};

export const VERDICTS: Record<GateVerdict, Look> = {
  met: { tone: "jade", icon: "check" },
  waived: { tone: "amber", icon: "half" },
  open: { tone: "plain", icon: "clock" },
  unknown: { tone: "unknown" },
  unmet: { tone: "crimson", icon: "cross" },
};

export const CHECKS: Record<GateCheckState, Look> = {
  unknown: { tone: "unknown" },
  open: { tone: "plain" },
  in_progress: { tone: "blue" },
  submitted: { tone: "amber", icon: "clock" },
  accepted: { tone: "jade", icon: "check" },
  rejected: { tone: "crimson", icon: "cross" },
  not_applicable: { tone: "plain", icon: "dash" },
};

/** The stages that the gates of a line stand between: its own, else the whole project's. */
export const stagesOf = (view: Gates, line: GateLine | undefined): Stage[] =>
  line && line.stages.length > 0 ? line.stages : (view.lines.find(({ stack }) => stack == null)?.stages ?? []);

/** The days that a reason says, as the reader writes them. */
export function argsOf(why: GateWhy): Record<string, Arg> {
  const args: Record<string, Arg> = {};
  for (const [name, value] of Object.entries(why)) {
    if (name !== "kind") args[name] = /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayArg(value) : value;
  }
  return args;
}

type Fields<K extends RecordFields["kind"]> = Omit<Extract<RecordFields, { kind: K }>, "kind">;

const saving = (record: Gate | GateCheck | HandOver, fields: RecordFields): SaveRecord => ({
  record: record.id, project: record.project, stack: record.stack ?? null, number: record.number, fields, based_on: seenAt(),
});

/** A gate with some of its fields written over, as it is saved. */
export function gateWith(gate: Gate, change: Partial<Fields<"gate">>): SaveRecord {
  const { title, note, stage, position, owner, planned, conditions } = gate;
  return saving(gate, { kind: "gate", title: wordsOf(title), note: wordsOf(note), stage, position, owner, planned, conditions, ...change });
}

/** The same of a hand-over. */
export function handOverWith(record: HandOver, change: Partial<Fields<"hand_over">>): SaveRecord {
  const { title, note, hand_over, from, to, planned, items, promises, given, taken } = record;
  return saving(record, { kind: "hand_over", title: wordsOf(title), note: wordsOf(note), hand_over, from, to, planned, items, promises, given, taken, ...change });
}

// How an entry of the journal is said: `journal-<act>` with the arguments it was written with.
import { type Arg, type Pair, sayIn } from "@/i18n";
import { dayArg } from "./figures";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function arg(value: unknown): Arg | undefined {
  if (typeof value === "string") return DAY.test(value) ? dayArg(value) : value;
  return typeof value === "number" ? value : undefined;
}

const isAct = (value: unknown): value is { act: string } => typeof value === "object" && value !== null && "act" in value;

/** The message and arguments of an act, as written by the engine. A name in two languages crosses as `en` and `zh`. */
export function sentence(act: string, args: Record<string, unknown>): { id: string; args: Record<string, Arg | undefined> } {
  const { en, zh, ...rest } = args;
  const said = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, arg(value)]));
  if (typeof en === "string" && typeof zh === "string") said["name"] = { en, zh } satisfies Pair;
  // An undo names the act it took back.
  if (typeof rest["entry"] === "number") said["what"] = isAct(rest["of"]) ? sentencePair(rest["of"].act, rest["of"]) : rest["entry"];
  return { id: `journal-${act.replaceAll("_", "-")}`, args: said };
}

/** The sentence of an act in both languages, to stand inside another one. */
export function sentencePair(act: string, args: Record<string, unknown>): Pair {
  const said = sentence(act, args);
  return { en: sayIn("en", said.id, said.args) ?? said.id, zh: sayIn("zh", said.id, said.args) ?? said.id };
}

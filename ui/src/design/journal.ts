// How an entry of the journal is said: `journal-<act>` with the arguments it was written with.
import type { Arg } from "@/i18n";
import { dayArg } from "./figures";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An argument as recorded, for a message: a bilingual text, a day, or plain words. */
function arg(value: unknown): Arg | undefined {
  if (typeof value === "string") return DAY.test(value) ? dayArg(value) : value;
  if (typeof value === "number") return value;
  if (typeof value === "object" && value !== null && "en" in value && "zh" in value) return value as Arg;
  return undefined;
}

/** The message and arguments of an act, as written by the engine. */
export function sentence(act: string, args: Record<string, unknown>): { id: string; args: Record<string, Arg | undefined> } {
  return {
    id: `journal-${act.replaceAll("_", "-")}`,
    args: Object.fromEntries(Object.entries(args).map(([name, value]) => [name, arg(value)])),
  };
}

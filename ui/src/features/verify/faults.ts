// What a verifier found, in words: the code names a message, the arguments may name a place in the file.
import type { Fault } from "@/api/generated/api";
import { type Arg, sayIn } from "@/i18n";

const NAMES = ["verify-fault", "verify-change"];

export interface Said {
  id: string;
  args: Record<string, Arg | undefined>;
}

const known = (id: string) => sayIn("en", id, {}) !== undefined;

const arg = (value: unknown): Arg | undefined => (typeof value === "string" || typeof value === "number" ? value : undefined);

/** The sentence of a fault, and those of the places that it names. */
export function said({ code, args }: Fault): { what: Said; where: Said[] } {
  const name = code.replaceAll("_", "-");
  const given = Object.fromEntries(Object.entries(args).map(([key, value]) => [key, arg(value)]));
  const id = NAMES.map((prefix) => `${prefix}-${name}`).find(known) ?? code;
  const places = ["page", "object"].filter((key) => given[key] !== undefined);
  if (given["from"] !== undefined && given["to"] !== undefined) places.push("bytes");
  // Nothing was signed yet in the first revision: it is the document as issued.
  if (given["after"] !== undefined) places.push("after");
  if (given["revision"] !== undefined) places.push(given["revision"] === 0 ? "base" : "revision");
  return { what: { id, args: given }, where: places.map((place) => ({ id: `verify-place-${place}`, args: given })) };
}

// What a verifier found, in words: the code names a message, the arguments may name a place in the file.
import type { Fault } from "@/api/generated/api";
import { type Arg, sayIn } from "@/i18n";

const NAMES = ["verify-fault", "verify-change"];
const PLACES = ["page", "object", "revision"];

export interface Said {
  id: string;
  args: Record<string, Arg | undefined>;
}

const known = (id: string) => sayIn("en", id, {}) !== undefined;

const arg = (value: unknown): Arg | undefined => (typeof value === "string" || typeof value === "number" ? value : undefined);

/** The sentence of a fault, and the sentence of its place when the fault names one. */
export function said({ code, args }: Fault): { what: Said; where: Said | undefined } {
  const name = code.replaceAll("_", "-");
  const given = Object.fromEntries(Object.entries(args).map(([key, value]) => [key, arg(value)]));
  const id = NAMES.map((prefix) => `${prefix}-${name}`).find(known) ?? code;
  const bytes = given["from"] !== undefined && given["to"] !== undefined ? "bytes" : undefined;
  const place = PLACES.find((key) => given[key] !== undefined) ?? bytes;
  return { what: { id, args: given }, where: place === undefined ? undefined : { id: `verify-place-${place}`, args: given } };
}

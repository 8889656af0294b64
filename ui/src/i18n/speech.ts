// What is said to whom: a message, its arguments, and the languages the person reads.
import type { FluentVariable } from "@fluent/bundle";
import type { Language, Text } from "@/api/generated/api";
import type { Messages } from "@/api/generated/messages";
import type { Display } from "@/api/host";
import { say } from "./bundles";

/** The words of the two languages, without their states. */
export interface Pair {
  en: string;
  zh: string;
}

/** What fills a variable: words, a count, or words that differ by language. */
export type Arg = string | number | Text | Pair;

export type MessageId = keyof Messages;
/** A message that takes no argument: what a label, a hint or a title can be. */
export type PlainId = { [I in MessageId]: keyof Messages[I] extends never ? I : never }[MessageId];
export type ArgsOf<I extends MessageId> = { [K in keyof Messages[I]]: Arg };
/** The arguments of a message, left out when it takes none. */
export type Given<I extends MessageId> = keyof Messages[I] extends never ? [] : [args: ArgsOf<I>];

export const languages = (display: Display): readonly Language[] =>
  display === "both" ? ["en", "zh"] : display === "zh" ? ["zh"] : ["en"];

/** The language that stands where there is room for one. */
export const mainLanguage = (display: Display): Language => (display === "zh" ? "zh" : "en");

/** One side of a text of the record; the other one where this side is missing. */
export function words(text: Text | Pair, language: Language): string {
  const side = (from: Language) => {
    const value = text[from];
    return typeof value === "string" ? value : value.words;
  };
  return side(language) || side(language === "en" ? "zh" : "en");
}

/** A message in one language, by an id that may only be known at run time. */
export function sayIn(language: Language, id: string, args: Record<string, Arg | undefined>): string | undefined {
  const filled: Record<string, FluentVariable> = {};
  for (const [name, value] of Object.entries(args)) {
    if (value === undefined) continue;
    filled[name] = typeof value === "object" ? words(value, language) : value;
  }
  return say(language, id, filled);
}

/** A message as one line: both languages with a dot between them when both are read. */
export function line(display: Display, id: string, args: Record<string, Arg | undefined> = {}): string {
  if (display === "pseudo") return `«${sayIn("en", id, args) ?? id}»`;
  const said = languages(display).map((language) => sayIn(language, id, args) ?? id);
  return said[0] === said[1] ? (said[0] ?? id) : said.join(" · ");
}

// How a message of the manual is written: *a name of the window*, `what is typed`; and how it is searched.
import type { Language } from "@/api/generated/api";
import { sayIn } from "@/i18n";
import { MANUAL, messagesOf, type ManualPage } from "./pages";

export interface Run {
  as: "words" | "name" | "typed";
  text: string;
}

/** The runs of a message; what is not closed stands as it is written. */
export function runsOf(message: string): Run[] {
  return message
    .split(/(\*[^*]+\*|`[^`]+`)/)
    .filter(Boolean)
    .map((part) => {
      if (/^\*[^*]+\*$/.test(part)) return { as: "name", text: part.slice(1, -1) };
      if (/^`[^`]+`$/.test(part)) return { as: "typed", text: part.slice(1, -1) };
      return { as: "words", text: part };
    });
}

/** A message without its marks. */
export const plain = (message: string): string => runsOf(message).map(({ text }) => text).join("");

/** As it is compared: small letters, and the apostrophe that a keyboard has. Nothing changes its place. */
const fold = (text: string): string => text.toLowerCase().replaceAll("’", "'");

/** What is looked for, word by word. */
export const wordsIn = (typed: string): string[] => fold(typed).split(/\s+/).filter(Boolean);

/** The places of the words in a text, as the parts between and on them. */
export function marked(text: string, words: readonly string[]): { text: string; hit: boolean }[] {
  if (words.length === 0) return [{ text, hit: false }];
  const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("'", "['’]");
  const pattern = new RegExp(`(${words.map(literal).join("|")})`, "giu");
  return text
    .split(pattern)
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}

interface Read {
  page: ManualPage;
  /** Messages in both languages, without their marks. */
  said: { language: Language; text: string }[];
  whole: string;
}

const LANGUAGES: readonly Language[] = ["en", "zh"];

let read: Read[] | undefined;
const readAll = (): Read[] =>
  (read ??= MANUAL.map((page) => {
    const said = messagesOf(page).flatMap((id) => LANGUAGES.map((language) => ({ language, text: plain(sayIn(language, id, {}) ?? "") })));
    return { page, said, whole: said.map(({ text }) => fold(text)).join("\n") };
  }));

export interface Found {
  page: ManualPage;
  /** The words around the first place that was found, beside the title. */
  excerpt: { language: Language; text: string } | undefined;
}

const BEFORE = 18;
const LENGTH = 64;

/** The pages on which every word stands, in either language; those with a word in their title first. */
export function find(typed: string, reads: readonly Language[]): Found[] {
  const words = wordsIn(typed);
  if (words.length === 0) return MANUAL.map((page) => ({ page, excerpt: undefined }));
  const [first = ""] = words;
  const hits = readAll().filter(({ whole }) => words.every((word) => whole.includes(word)));
  const inTitle = ({ said }: Read) => said.slice(0, LANGUAGES.length).some(({ text }) => words.some((word) => fold(text).includes(word)));
  return [...hits.filter(inTitle), ...hits.filter((hit) => !inTitle(hit))].map(({ page, said }) => {
    const standing = said.slice(LANGUAGES.length).filter(({ text }) => fold(text).includes(first));
    const best = standing.find(({ language }) => reads.includes(language)) ?? standing[0];
    return { page, excerpt: best && { language: best.language, text: around(best.text, first) } };
  });
}

function around(text: string, word: string): string {
  const from = Math.max(0, fold(text).indexOf(word) - BEFORE);
  const cut = text.slice(from, from + LENGTH);
  return `${from > 0 ? "…" : ""}${cut}${from + LENGTH < text.length ? "…" : ""}`;
}

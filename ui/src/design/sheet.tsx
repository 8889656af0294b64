// A record by itself: copied as plain text, or written to a page that can be printed.
import type { Text } from "@/api/generated/api";
import { host } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { type Arg, type Given, languages, type MessageId, type Pair, sayIn, useDisplay, useT, words } from "@/i18n";
import type { Display } from "@/api/host";
import { copy } from "./copy";
import { day, isoDay, moment, money as inCurrency } from "./figures";
import { Icon } from "./icons";
import { notices } from "./notices";

/** A label and what stands under it, in both languages. */
export interface SheetLine {
  label: Pair;
  value: Pair;
}

export interface Sheet {
  kind: Pair;
  title: Pair;
  lines: SheetLine[];
}

/** A message in both languages. */
export function said<I extends MessageId>(id: I, ...given: Given<I>): Pair {
  return coded(id, given[0] ?? {});
}

/** A message whose id is only known at run time, in both languages. */
export const coded = (id: string, args: Record<string, Arg | undefined> = {}): Pair => ({ en: sayIn("en", id, args) ?? id, zh: sayIn("zh", id, args) ?? id });

/** Words that are the same in both languages: a number, an address. */
export const same = (text: string): Pair => ({ en: text, zh: text });

export const ofText = (text: Text | Pair): Pair => ({ en: words(text, "en"), zh: words(text, "zh") });

export const ofDay = (iso: string): Pair => ({ en: day(iso, "en"), zh: day(iso, "zh") });

export const ofMoment = (iso: string): Pair => ({ en: moment(iso, "en"), zh: moment(iso, "zh") });

export const ofMoney = (amount: string, currency: string): Pair => ({ en: inCurrency(amount, currency, "en"), zh: inCurrency(amount, currency, "zh") });

/** Several values in one, each on a line of its own. */
export const listed = (values: Pair[]): Pair => ({ en: values.map(({ en }) => en).join("\n"), zh: values.map(({ zh }) => zh).join("\n") });

/** One field; none where there is nothing to say. */
export function field(label: MessageId, value: Pair | null | undefined): SheetLine[] {
  return value && (value.en.trim() || value.zh.trim()) ? [{ label: coded(label), value }] : [];
}

/** Values this long stand on a line of their own. */
const SHORT = 44;

/** The record as text for a mail or a chat: no tabs, a field a line, both languages where both are read. */
export function asText(sheet: Sheet, display: Display): string {
  const sides = (pair: Pair) => [...new Set(languages(display).map((language) => pair[language].trim()))].filter(Boolean);
  const lines = [sides(sheet.kind).join(" "), ...sides(sheet.title), ""];
  for (const { label, value } of sheet.lines) {
    const name = sides(label).join(" ");
    const said = sides(value);
    const fits = said.every((side) => side.length <= SHORT && !side.includes("\n"));
    if (fits) lines.push(`${name}: ${said.join(" · ")}`);
    else lines.push(`${name}:`, ...said.flatMap((side) => side.split("\n")));
  }
  return lines.join("\n").replaceAll("\t", " ").trimEnd();
}

/** The sheet as its reader reads: sides of other languages are blank. */
function asRead(sheet: Sheet, display: Display): Sheet {
  const read = new Set(languages(display));
  const pair = (given: Pair): Pair => ({ en: read.has("en") ? given.en : "", zh: read.has("zh") ? given.zh : "" });
  return { kind: pair(sheet.kind), title: pair(sheet.title), lines: sheet.lines.map(({ label, value }) => ({ label: pair(label), value: pair(value) })) };
}

const fileName = (sheet: Sheet) => `${sheet.kind.en} ${sheet.title.en}`.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60).replace(/-$/, "");

/** Copies the record as text, or writes it to a page to print. */
export function SheetActs({ sheet, testid }: { sheet: () => Sheet; testid: string }) {
  const t = useT();
  const display = useDisplay();
  const out = useCommand("export_sheet");
  const print = async () => {
    const made = sheet();
    const path = await host().saveFile({ title: t("sheet-print"), kind: t("app-kind-pdf"), extensions: ["pdf"], name: `${fileName(made)}.pdf` });
    if (!path) return;
    const { kind, title, lines } = asRead(made, display);
    const done = await out.run({ path, kind, title, fields: lines, date: isoDay(new Date()) });
    if (done) notices.say("sheet-printed", { path: done.path });
  };
  const act = (label: "sheet-copy" | "sheet-print", icon: "copy" | "print", onClick: () => void) => (
    <button type="button" className="sheet-act" aria-label={t(label)} title={t(label)} disabled={out.busy} data-testid={`${testid}-${label}`} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
  return (
    <span className="sheet-acts push">
      {act("sheet-copy", "copy", () => void copy(asText(sheet(), display)))}
      {act("sheet-print", "print", () => void print())}
    </span>
  );
}

import { use, type ReactNode } from "react";
import type { FigureReading, Language } from "@/api/generated/api";
import { mainLanguage, type PlainId, T, useDisplay } from "@/i18n";
import { grouped, money } from "./figures";
import { FormatsInUse } from "./formats";
import { type Figure, isPlain, type Read, useFigureReading } from "./reading";
import { type Outcome, ReadField } from "./ReadField";

interface Properties {
  label: PlainId;
  hint?: PlainId;
  required?: boolean;
  /** Digits with a point, or what was typed and cannot be read. */
  value: string;
  onChange: (value: string) => void;
  figure: Figure;
  testid: string;
}

const FORMS = { amount: "reading-amount-forms", percent: "reading-percent-forms", count: "reading-count-forms" } as const;

/** An amount, a share or a count, typed in any usual form. */
export function NumberField({ value, figure, ...rest }: Properties) {
  const language = mainLanguage(useDisplay());
  use(FormatsInUse);
  const outcome = outcomeOf(useFigureReading(value, figure), value, figure, language);
  return <ReadField {...rest} value={value} outcome={outcome} written={(plain) => written(plain, figure)} kind={figure.of} forms={FORMS[figure.of]} />;
}

function written(plain: string, figure: Figure): string {
  if (figure.of === "percent") return `${grouped(plain)}%`;
  if (figure.of === "count") return plain;
  // The figures of `CNY 1,234.50`: the currency stands in a field of its own.
  return money(plain, figure.currency, "en").split("\u00a0").slice(1).join("\u00a0");
}

function said(plain: string, figure: Figure, language: Language): ReactNode {
  return <span data-record>{figure.of === "amount" ? money(plain, figure.currency, language) : written(plain, figure)}</span>;
}

function outcomeOf(read: Read<FigureReading>, value: string, figure: Figure, language: Language): Outcome {
  if (read.is !== "answered") return read.is === "plain" ? { is: "waiting" } : read;
  const { answer } = read;
  switch (answer.is) {
    case "figure":
      // What the record keeps is as good as what the engine would write: `30.00` stays so.
      return { is: "read", plain: isPlain(value) ? value : answer.value, echo: said(answer.value, figure, language) };
    case "several":
      return { is: "several", offers: answer.values.map((each) => ({ plain: each, said: said(each, figure, language) })) };
    case "unread": {
      const { why } = answer;
      const because =
        why.code === "too_precise" ? <T id="reading-figure-too-precise" args={{ decimals: why.decimals }} as="block" />
        : why.code === "other_currency" ? <T id="reading-figure-other-currency" args={{ currency: figure.of === "amount" ? figure.currency : "" }} as="block" />
        : why.code === "out_of_range" ? <T id={`reading-${figure.of}-out-of-range`} as="block" />
        : <T id={`reading-${figure.of}-unreadable`} as="block" />;
      return { is: "unread", because };
    }
  }
}

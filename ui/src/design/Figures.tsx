import { use } from "react";
import { mainLanguage, useDisplay } from "@/i18n";
import { FormatsInUse } from "./formats";
import { day, moment, money } from "./figures";

/** An amount with its currency, exactly as recorded. */
export function Money({ amount, currency }: { amount: string; currency: string }) {
  const language = mainLanguage(useDisplay());
  use(FormatsInUse);
  return (
    <span className="nowrap figures" data-record lang={language === "zh" ? "zh-CN" : "en"}>
      {money(amount, currency, language)}
    </span>
  );
}

/** A day or a moment in the reader's form. */
export function DateText({ date, as = "day" }: { date: string; as?: "day" | "moment" }) {
  const language = mainLanguage(useDisplay());
  use(FormatsInUse);
  return (
    <time className="nowrap" dateTime={date} data-record lang={language === "zh" ? "zh-CN" : "en"}>
      {as === "day" ? day(date, language) : moment(date, language)}
    </time>
  );
}

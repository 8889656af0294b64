import { use } from "react";
import type { DateStyle, NumberStyle, ThemeChoice, WeekStart } from "@/api/host";
import { useKept } from "@/window/settings";
import { TEXT_SIZES, useTextSize } from "@/window/textSize";
import { DateText, grouped, LanguageSwitch, Money, Recorded, SectionHead, Segments } from "@/design";
import { Appearance } from "@/design/appearance";
import { T, useT } from "@/i18n";
import { Setting } from "./Setting";

/** Beside the forms to choose from stands one day and one amount, as they are written everywhere. */
const EXAMPLE = { day: "2026-05-09", amount: "1234567.89", currency: "CNY" };
const GROUPS: Record<NumberStyle, string> = { comma: "1,234,567.89", space: "1\u00a0234\u00a0567.89" };

/** Language, theme, text size, and how days, figures and weeks are written. */
export function Looks() {
  const t = useT();
  const { settings, keep } = useKept();
  const { chosen, choose } = use(Appearance);
  const { size, choose: scale } = useTextSize();
  return (
    <section>
      <SectionHead title={<T id="settings-looks" />} />
      <Setting label="app-language">
        <LanguageSwitch />
      </Setting>
      <Setting label="app-theme">
        <Segments<ThemeChoice>
          label={t("app-theme")}
          value={chosen}
          onChange={choose}
          options={(["light", "dark", "system"] as const).map((theme) => ({ value: theme, label: <T id={`settings-theme-${theme}`} /> }))}
          testid="settings-theme"
        />
      </Setting>
      <Setting label="settings-text-size" hint="settings-text-size-hint">
        <Segments
          label={t("settings-text-size")}
          value={String(size)}
          onChange={(chosen) => scale(Number(chosen))}
          options={TEXT_SIZES.map((each) => ({ value: String(each), label: <Recorded>{`${each} %`}</Recorded> }))}
          testid="text-size"
        />
      </Setting>
      <SectionHead title={<T id="settings-forms" />} />
      <Setting label="settings-dates" hint="settings-papers-hint">
        <Segments<DateStyle>
          label={t("settings-dates")}
          value={settings.dates}
          onChange={(dates) => keep((now) => ({ ...now, dates }))}
          options={[
            { value: "words", label: <T id="settings-dates-words" /> },
            { value: "iso", label: <Recorded>{EXAMPLE.day}</Recorded> },
          ]}
          testid="date-style"
        />
      </Setting>
      <Setting label="settings-numbers">
        <Segments<NumberStyle>
          label={t("settings-numbers")}
          value={settings.numbers}
          onChange={(numbers) => keep((now) => ({ ...now, numbers }))}
          options={(["comma", "space"] as const).map((style) => ({ value: style, label: <Recorded>{GROUPS[style]}</Recorded> }))}
          testid="number-style"
        />
      </Setting>
      <Setting label="settings-week">
        <Segments<WeekStart>
          label={t("settings-week")}
          value={settings.week}
          onChange={(week) => keep((now) => ({ ...now, week }))}
          options={(["monday", "sunday"] as const).map((day) => ({ value: day, label: <T id={`settings-week-${day}`} /> }))}
          testid="week-start"
        />
      </Setting>
      <p className="settings-example quiet" data-testid="settings-example">
        <T id="settings-example" />{" "}
        <DateText date={EXAMPLE.day} /> · <Money amount={EXAMPLE.amount} currency={EXAMPLE.currency} /> · <Recorded>{grouped("46000")}</Recorded>
      </p>
    </section>
  );
}

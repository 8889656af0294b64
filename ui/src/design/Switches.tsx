import { use } from "react";
import type { Display } from "@/api/host";
import { Language, useT } from "@/i18n";
import { Appearance } from "./appearance";
import { Segments } from "./Field";
import { Icon } from "./icons";

/** Each language by its own name, whatever the window speaks. */
export const LANGUAGES: { value: Exclude<Display, "pseudo">; label: React.ReactNode }[] = [
  { value: "en", label: <span lang="en" data-record>English</span> },
  { value: "both", label: <span lang="zh-CN" data-record>双语</span> },
  { value: "zh", label: <span lang="zh-CN" data-record>中文</span> },
];

export function LanguageSwitch() {
  const { display, choose } = use(Language);
  const t = useT();
  return <Segments label={t("app-language")} options={LANGUAGES} value={display} onChange={choose} testid="switch-language" />;
}

export function ThemeSwitch() {
  const { theme, choose } = use(Appearance);
  const t = useT();
  return (
    <Segments
      label={t("app-theme")}
      options={[
        { value: "light", label: <Icon name="sun" />, title: t("app-theme-light") },
        { value: "dark", label: <Icon name="moon" />, title: t("app-theme-dark") },
      ]}
      value={theme}
      onChange={choose}
      testid="switch-theme"
    />
  );
}

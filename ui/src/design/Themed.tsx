import { ConfigProvider, theme as algorithms, type ThemeConfig } from "antd";
// From `es`: the bundler takes the other form of these files for modules without a default.
import en from "antd/es/locale/en_GB";
import zh from "antd/es/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/en-gb";
import "dayjs/locale/zh-cn";
import { use, useMemo, type ReactNode } from "react";
import type { Theme } from "@/api/host";
import { mainLanguage, useDisplay, useT } from "@/i18n";
import { Appearance } from "./appearance";

/** antd on the tokens of `css/tokens.css`; it computes hover and active shades from these, so they are given as hex. */
const COLOURS: Record<Theme, ThemeConfig["token"]> = {
  light: {
    colorPrimary: "#1e4a7a", colorText: "#1b1f24", colorTextSecondary: "#565e68", colorTextPlaceholder: "#6b727b", colorBorder: "#e4e0d8",
    colorBorderSecondary: "#efece5", colorBgContainer: "#ffffff", colorBgElevated: "#ffffff", colorBgLayout: "#fbfaf7",
    colorSuccess: "#2f7d5d", colorWarning: "#b4761a", colorError: "#a5322b", controlItemBgActive: "#e8eef5",
  },
  dark: {
    colorPrimary: "#7fb0e6", colorText: "#e9e6df", colorTextSecondary: "#a7adb5", colorTextPlaceholder: "#8b939d", colorBorder: "#2b3038",
    colorBorderSecondary: "#232830", colorBgContainer: "#1c2026", colorBgElevated: "#1c2026", colorBgLayout: "#14171b",
    colorSuccess: "#5dbb92", colorWarning: "#e0a64e", colorError: "#e37a71", controlItemBgActive: "#1d2c3d",
  },
};

/** The shell stamps the page's own style element with the nonce that later ones must carry. */
const nonce = document.querySelector<HTMLStyleElement>("style#paper")?.nonce;

/** antd in the window's language, theme and policy, around each part that is made of it: a page of our own parts draws without it. */
export function Themed({ children }: { children: ReactNode }) {
  const { theme, motion } = use(Appearance);
  const language = mainLanguage(useDisplay());
  const t = useT();
  dayjs.locale(language === "zh" ? "zh-cn" : "en-gb");
  const locale = useMemo(() => {
    const theirs = language === "zh" ? zh : en;
    const { DatePicker } = theirs;
    return DatePicker ? { ...theirs, DatePicker: { ...DatePicker, lang: { ...DatePicker.lang, clear: t("app-clear") } } } : theirs;
  }, [language, t]);
  const config = useMemo<ThemeConfig>(
    () => ({
      algorithm: theme === "dark" ? algorithms.darkAlgorithm : algorithms.defaultAlgorithm,
      token: {
        ...COLOURS[theme],
        fontFamily: language === "zh" ? "var(--han)" : "var(--latin)",
        fontSize: 13, borderRadius: 8, controlHeight: 34, motion: motion === "full", wireframe: false,
      },
    }),
    [theme, motion, language],
  );
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={config}
      locale={locale}
      // What opens above a modal dialog has to be inside it.
      getPopupContainer={(node) => node?.closest("dialog") ?? document.body}
    >
      {children}
    </ConfigProvider>
  );
}

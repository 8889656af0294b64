// What the person chose for this window: at once in it, and kept by the shell.
import { createContext, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { type Display, host, type Settings, type Start, type Theme, type ThemeChoice } from "@/api/host";
import { Appearance } from "@/design/appearance";
import { FormatsInUse, setFormats } from "@/design/formats";
import { Language } from "@/i18n";

interface Kept {
  start: Start;
  settings: Settings;
  /** Changes what is kept; a change that gives back the same settings keeps nothing. */
  keep: (change: (settings: Settings) => Settings) => void;
}

const KeptContext = createContext<Kept | null>(null);

/** The settings and how the program was started. */
export function useKept(): Kept {
  const kept = use(KeptContext);
  if (!kept) throw new Error("the window's settings are read before anything is drawn");
  return kept;
}

/** Where the window was when it was last in this workspace; nothing when it was in another. */
export const placeKept = (settings: Settings, file: string): string | undefined =>
  settings.place?.file === file ? settings.place.path : undefined;

/** With this workspace as the one opened last. */
export const opened = (settings: Settings, path: string): Settings => ({
  ...settings,
  recent: [path, ...settings.recent.filter((each) => each !== path)].slice(0, 8),
});

const ofTheMachine = (): Display => (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");

/** Motion is off when the person asked the machine for less, and when a test drives the window. */
const motion = () =>
  navigator.webdriver || window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "none" : "full";

const DARK = "(prefers-color-scheme: dark)";

function heedTheMachine(changed: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** What a choice of theme shows now. */
export const themeOf = (choice: ThemeChoice): Theme => (choice !== "system" ? choice : window.matchMedia(DARK).matches ? "dark" : "light");

/** Language, theme, text size and form of days and figures, for everything in the window. */
export function SettingsProvider({ start, children }: { start: Start; children: ReactNode }) {
  const [settings, setSettings] = useState<Settings>(() => {
    setFormats(start.settings);
    const open = start.workspace?.open;
    return open ? opened(start.settings, open.path) : start.settings;
  });
  const pseudo = new URLSearchParams(window.location.search).has("pseudo");
  const display: Display = pseudo ? "pseudo" : (settings.language ?? ofTheMachine());
  const theme = useSyncExternalStore(heedTheMachine, () => themeOf(settings.theme));

  const keep = useCallback((change: (settings: Settings) => Settings) => {
    setSettings((now) => {
      const next = change(now);
      if (next !== now) {
        setFormats(next);
        host().keepSettings(next);
      }
      return next;
    });
  }, []);

  useEffect(() => {
    document.documentElement.lang = display === "zh" ? "zh-CN" : "en";
    document.documentElement.dataset["theme"] = theme;
    document.documentElement.dataset["display"] = display;
    document.documentElement.dataset["motion"] = motion();
  }, [display, theme]);

  const language = useMemo(
    () => ({ display, choose: (chosen: Display) => keep((now) => ({ ...now, language: chosen })) }),
    [display, keep],
  );
  const { theme: chosen, week, dates, numbers } = settings;
  const appearance = useMemo(
    () => ({ theme, chosen, week, motion: motion(), choose: (choice: ThemeChoice) => keep((now) => ({ ...now, theme: choice })) }) as const,
    [theme, chosen, week, keep],
  );
  const formats = useMemo(() => ({ dates, numbers }), [dates, numbers]);
  const kept = useMemo(() => ({ start, settings, keep }), [start, settings, keep]);
  return (
    <Language value={language}>
      <Appearance value={appearance}>
        <FormatsInUse value={formats}>
          <KeptContext value={kept}>{children}</KeptContext>
        </FormatsInUse>
      </Appearance>
    </Language>
  );
}

import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { type Display, host, type Settings, type Start, type Theme } from "@/api/host";
import { Appearance } from "@/design/appearance";
import { Language } from "@/i18n";

interface Remembered {
  recent: readonly string[];
  remember: (path: string) => void;
  start: Start;
  /** Where the window was when it was last in this workspace; nothing when it was in another. */
  placeIn: (file: string) => string | undefined;
  keepPlace: (file: string, path: string) => void;
}

/** How the workspace is kept safe on this computer. */
export interface Safety {
  autoLock: number | null;
  backupFolder: string | null;
  chooseAutoLock: (minutes: number | null) => void;
  chooseBackupFolder: (folder: string | null) => void;
}

const Memory = createContext<Remembered | null>(null);
const SafetyContext = createContext<Safety | null>(null);

/** Workspaces opened before, and how the program was started. */
export function useRemembered(): Remembered {
  const remembered = use(Memory);
  if (!remembered) throw new Error("the window's settings are read before anything is drawn");
  return remembered;
}

export function useSafety(): Safety {
  const safety = use(SafetyContext);
  if (!safety) throw new Error("the window's settings are read before anything is drawn");
  return safety;
}

/** Where the window was when it was last in this workspace; nothing when it was in another. */
export const placeKept = (settings: Settings, file: string): string | undefined =>
  settings.place?.file === file ? settings.place.path : undefined;

/** With this workspace as the one opened last. */
const opened = (settings: Settings, path: string): Settings => ({
  ...settings,
  recent: [path, ...settings.recent.filter((each) => each !== path)].slice(0, 8),
});

const ofTheMachine = (): Display => (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");

/** Motion is off when the person asked the machine for less, and when a test drives the window. */
const motion = () =>
  navigator.webdriver || window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "none" : "full";

/** Language, theme and recent workspaces: at once in the window, and kept by the shell. */
export function SettingsProvider({ start, children }: { start: Start; children: ReactNode }) {
  const [settings, setSettings] = useState<Settings>(() => {
    const open = start.workspace?.open;
    return open ? opened(start.settings, open.path) : start.settings;
  });
  const pseudo = new URLSearchParams(window.location.search).has("pseudo");
  const display: Display = pseudo ? "pseudo" : (settings.language ?? ofTheMachine());

  const keep = useCallback((change: (settings: Settings) => Settings) => {
    setSettings((now) => {
      const next = change(now);
      if (next !== now) host().keepSettings(next);
      return next;
    });
  }, []);

  useEffect(() => {
    document.documentElement.lang = display === "zh" ? "zh-CN" : "en";
    document.documentElement.dataset["theme"] = settings.theme;
    document.documentElement.dataset["display"] = display;
    document.documentElement.dataset["motion"] = motion();
  }, [display, settings.theme]);

  const language = useMemo(
    () => ({ display, choose: (chosen: Display) => keep((now) => ({ ...now, language: chosen })) }),
    [display, keep],
  );
  const appearance = useMemo(
    () => ({ theme: settings.theme, motion: motion(), choose: (theme: Theme) => keep((now) => ({ ...now, theme })) }) as const,
    [settings.theme, keep],
  );
  const memory = useMemo(
    () => ({
      start,
      recent: settings.recent,
      remember: (path: string) => keep((now) => opened(now, path)),
      placeIn: (file: string) => placeKept(settings, file),
      keepPlace: (file: string, path: string) =>
        keep((now) => (now.place?.file === file && now.place.path === path ? now : { ...now, place: { file, path } })),
    }),
    [start, settings, keep],
  );
  const safety = useMemo(
    () => ({
      autoLock: settings.auto_lock,
      backupFolder: settings.backup_folder,
      chooseAutoLock: (auto_lock: number | null) => keep((now) => ({ ...now, auto_lock })),
      chooseBackupFolder: (backup_folder: string | null) => keep((now) => ({ ...now, backup_folder })),
    }),
    [settings.auto_lock, settings.backup_folder, keep],
  );
  return (
    <Language value={language}>
      <Appearance value={appearance}>
        <SafetyContext value={safety}>
          <Memory value={memory}>{children}</Memory>
        </SafetyContext>
      </Appearance>
    </Language>
  );
}

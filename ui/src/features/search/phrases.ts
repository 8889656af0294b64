// Pages and commands, which are found by their own messages in both languages.
import { use, useMemo } from "react";
import type { Words } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { navigate, PLACES, SECTIONS, TABS, to } from "@/window/routes";
import { useLock } from "@/window/session";
import { notices } from "@/design";
import { Appearance } from "@/design/appearance";
import type { IconName } from "@/design/icons";
import { useTour } from "@/features/tour/useTour";
import { Language, sayIn } from "@/i18n";

/** Something to go to or to do. */
export interface Phrase {
  group: "places" | "commands";
  label: string;
  icon: IconName;
  /** Keys that do the same. */
  key?: string;
  run: () => void;
}

/** What can be gone to and done here; within a project its sections, too. */
export function usePhrases(project: string | undefined): readonly Phrase[] {
  const undo = useCommand("undo").run;
  const redo = useCommand("redo").run;
  const backUp = useCommand("back_up").run;
  const lock = useLock();
  const { begin: beginTour } = useTour();
  const { theme, choose: dress } = use(Appearance);
  const { display, choose: speak } = use(Language);
  return useMemo(() => {
    const place = (path: string, label: string, icon: IconName, key?: string): Phrase => ({
      group: "places",
      label,
      icon,
      ...(key !== undefined && { key: `G ${key.toUpperCase()}` }),
      run: () => navigate(path),
    });
    const command = (label: string, icon: IconName, run: () => void, key?: string): Phrase => ({ group: "commands", label, icon, run, ...(key && { key }) });
    const save = async () => {
      const made = await backUp({ path: null });
      if (made) notices.say("search-command-backed-up", { path: made.backup.path });
    };
    const other = theme === "light" ? "dark" : "light";
    const tongues = (["en", "zh", "both"] as const).filter((each) => each !== display);
    return [
      ...(project === undefined ? [] : SECTIONS.map(({ path, label, key }) => place(to(path, { project }), label, "right", key))),
      ...PLACES.map(({ path, label, key, icon }) => place(path, label, icon, key)),
      // The page of the place itself is already named.
      ...TABS.filter(({ path, of }) => path !== of).map(({ path, label, key, icon }) => place(path, label, icon, key)),
      command("search-command-undo", "undo", () => void undo({ project })),
      command("search-command-redo", "redo", () => void redo({ project })),
      command("search-command-back-up", "save", () => void save()),
      command(`search-command-theme-${other}`, other === "dark" ? "moon" : "sun", () => dress(other)),
      ...tongues.map((tongue) => command(`search-command-language-${tongue}`, "half", () => speak(tongue))),
      command("search-command-tour", "check", beginTour),
      command("search-command-lock", "lock", lock),
    ];
  }, [project, undo, redo, backUp, lock, theme, dress, display, speak, beginTour]);
}

/** What a phrase is called in both languages. */
export const saidOf = ({ label }: { label: string }): Words => ({ en: sayIn("en", label, {}) ?? label, zh: sayIn("zh", label, {}) ?? label });

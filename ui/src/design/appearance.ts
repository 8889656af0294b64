import { createContext } from "react";
import type { Theme, ThemeChoice, WeekStart } from "@/api/host";

export interface AppearanceContext {
  /** What is shown. */
  theme: Theme;
  /** What was chosen. */
  chosen: ThemeChoice;
  choose: (theme: ThemeChoice) => void;
  /** `none` when the person or the machine asked for less, and in tests. */
  motion: "full" | "none";
  /** The day a week begins with, wherever weeks are shown. */
  week: WeekStart;
}

export const Appearance = createContext<AppearanceContext>({ theme: "light", chosen: "light", choose: () => undefined, motion: "none", week: "monday" });

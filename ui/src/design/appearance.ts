import { createContext } from "react";
import type { Theme } from "@/api/host";

export interface AppearanceContext {
  theme: Theme;
  choose: (theme: Theme) => void;
  /** `none` when the person or the machine asked for less, and in tests. */
  motion: "full" | "none";
}

export const Appearance = createContext<AppearanceContext>({ theme: "light", choose: () => undefined, motion: "none" });

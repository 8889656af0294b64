import { createContext, use, useMemo } from "react";
import type { Display } from "@/api/host";
import { type Arg, type Given, line, type MessageId } from "./speech";

export interface LanguageContext {
  display: Display;
  choose: (display: Display) => void;
}

export const Language = createContext<LanguageContext>({ display: "en", choose: () => undefined });

/** The languages that the person reads now. */
export const useDisplay = (): Display => use(Language).display;

export interface Say {
  <I extends MessageId>(id: I, ...args: Given<I>): string;
  /** By an id that came over the line. */
  coded(id: string, args?: Record<string, Arg | undefined>): string;
}

/** Messages as plain strings, for what cannot hold elements: titles, placeholders, native dialogs. */
export function useT(): Say {
  const display = useDisplay();
  return useMemo(() => {
    const t = (id: string, args?: Record<string, Arg>) => line(display, id, args);
    return Object.assign(t, { coded: (id: string, args: Record<string, Arg | undefined> = {}) => line(display, id, args) });
  }, [display]);
}

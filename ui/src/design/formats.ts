// How days and numbers are written: chosen by the person, and read wherever one is written.
import { createContext } from "react";
import type { DateStyle, NumberStyle } from "@/api/host";

export interface Formats {
  dates: DateStyle;
  numbers: NumberStyle;
}

let current: Formats = { dates: "words", numbers: "comma" };

export const formats = (): Formats => current;

/** To be set before anything is drawn, and again before it is drawn in another form. */
export function setFormats({ dates, numbers }: Formats): void {
  current = { dates, numbers };
}

/** Draws anew what shows days and figures when their form changes. */
export const FormatsInUse = createContext<Formats>(current);

import { useEffect, useRef } from "react";

/** Keys by name; `g t` is pressed one after the other, `mod+z` is Ctrl, or Command on a Mac. */
export type Keys = Record<string, (() => void) | undefined>;

const SEQUENCE_MS = 1200;

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** The name of a key press. */
function name(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const mod = event.ctrlKey || event.metaKey ? "mod+" : "";
  return `${mod}${event.shiftKey && mod ? "shift+" : ""}${key}`;
}

/**
 * The Enter that ends a composition belongs to the input method. WebKit sends it on, told only by this key code, and a
 * form would be submitted half typed.
 */
export function guardCompositions(): void {
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Enter" && composes(event)) event.preventDefault();
    },
    true,
  );
}

/** What Ctrl is called on this machine's keyboard. */
export const MOD = /mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘" : "Ctrl";

/** What stands open over a field: a list, a calendar, an answer to what is being typed. */
const OPEN = "[data-open], .ant-dropdown:not(.ant-dropdown-hidden)";
let spent = false;

/** Notes of each Esc, before anybody hears it, whether it closes something small. */
export function guardEscapes(): void {
  window.addEventListener(
    "keydown",
    (event) => {
      spent = event.key === "Escape" && document.querySelector(OPEN) !== null;
    },
    true,
  );
}

/** Whether the last Esc closed a list or a calendar: then it closes nothing else. */
export const wasEscapeSpent = (): boolean => spent;

/** Whether an input method is at work; WebKit tells the Enter that ends it by its key code alone. */
export const composes = (event: KeyboardEvent): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  event.isComposing || event.keyCode === 229;

/**
 * Listens to keys while the component stands; never while someone types, composes or answers a dialog. Who is `first` takes
 * a key before whoever else would hear it.
 */
export function useKeys(keys: Keys, heard: "first" | "in turn" = "in turn"): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    let first: { key: string; at: number } | undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      if (typing(event.target) || document.querySelector("dialog[open]")) return;
      const key = name(event);
      // On a button these keys press it.
      if ((key === "Enter" || key === " ") && event.target instanceof HTMLButtonElement) return;
      const after = first && event.timeStamp - first.at < SEQUENCE_MS ? `${first.key} ${key}` : undefined;
      const act = (after && current.current[after]) ?? current.current[key];
      first = { key, at: event.timeStamp };
      if (!act) return;
      event.preventDefault();
      first = undefined;
      act();
    };
    window.addEventListener("keydown", listen, heard === "first");
    return () => window.removeEventListener("keydown", listen, heard === "first");
  }, [heard]);
}

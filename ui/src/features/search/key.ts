import { useEffect, useRef } from "react";

const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);

/** As keyboards name it. */
export const searchKey = (): string => (isMac() ? "⌘K" : "Ctrl K");

/** Ctrl or Command with K, wherever the person types; a dialog that is open is answered first. */
export function useSearchKey(open: () => void): void {
  const current = useRef(open);
  useEffect(() => {
    current.current = open;
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const isKey = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isKey || event.isComposing || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      current.current();
    };
    window.addEventListener("keydown", heard);
    return () => window.removeEventListener("keydown", heard);
  }, []);
}

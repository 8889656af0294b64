import { useEffect, useRef } from "react";

/** Hears of a picture that is pasted; words pasted into a field stay that field's own. */
export function usePastedImage(heard: () => void): void {
  const current = useRef(heard);
  useEffect(() => {
    current.current = heard;
  });
  useEffect(() => {
    const pasted = (event: ClipboardEvent) => {
      const kinds = [...(event.clipboardData?.items ?? [])].map(({ type }) => type);
      if (!kinds.some((kind) => kind.startsWith("image/")) || kinds.includes("text/plain")) return;
      event.preventDefault();
      current.current();
    };
    window.addEventListener("paste", pasted);
    return () => window.removeEventListener("paste", pasted);
  }, []);
}

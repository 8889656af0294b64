import { useEffect, useRef } from "react";
import { host, type HostEvent } from "@/api/host";

/** `taken`: nobody else is told. */
export type Heard = (event: HostEvent) => "taken" | undefined;

/** In the order in which they began to listen; what stands innermost on the page begins last and is asked first. */
const listeners: Heard[] = [];

/** Begins to listen to the shell; once, before the window is drawn. */
export function listenToHost(): void {
  host().listen((event) => {
    for (const each of listeners.toReversed()) if (each(event) === "taken") return;
  });
}

/** Files dropped on the window or opened from outside. */
export function useHostEvents(handle: (event: HostEvent) => unknown): void {
  const current = useRef(handle);
  useEffect(() => {
    current.current = handle;
  });
  useEffect(() => {
    const each: Heard = (event) => (current.current(event) === "taken" ? "taken" : undefined);
    listeners.push(each);
    return () => {
      listeners.splice(listeners.indexOf(each), 1);
    };
  }, []);
}

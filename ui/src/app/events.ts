import { useEffect, useRef } from "react";
import { host, type HostEvent } from "@/api/host";

const heard = new Set<(event: HostEvent) => void>();

/** Begins to listen to the shell; once, before the window is drawn. */
export function listenToHost(): void {
  host().listen((event) => {
    for (const each of heard) each(event);
  });
}

/** Files dropped on the window or opened from outside. */
export function useHostEvents(handle: (event: HostEvent) => void): void {
  const current = useRef(handle);
  useEffect(() => {
    current.current = handle;
  });
  useEffect(() => {
    const each = (event: HostEvent) => current.current(event);
    heard.add(each);
    return () => void heard.delete(each);
  }, []);
}

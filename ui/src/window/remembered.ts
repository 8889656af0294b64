// What the window remembers by itself between starts: workspaces opened before, and where it was.
import { useCallback } from "react";
import type { Start } from "@/api/host";
import { opened, placeKept, useKept } from "./settings";

interface Remembered {
  recent: readonly string[];
  remember: (path: string) => void;
  start: Start;
  /** Where the window was when it was last in this workspace; nothing when it was in another. */
  placeIn: (file: string) => string | undefined;
  keepPlace: (file: string, path: string) => void;
}

/** Workspaces opened before, and how the program was started. */
export function useRemembered(): Remembered {
  const { start, settings, keep } = useKept();
  const remember = useCallback(
    (path: string) => keep((now) => opened(now, path)),
    [keep],
  );
  const placeIn = useCallback((file: string) => placeKept(settings, file), [settings]);
  const keepPlace = useCallback(
    (file: string, path: string) =>
      keep((now) => (now.place?.file === file && now.place.path === path ? now : { ...now, place: { file, path } })),
    [keep],
  );
  return { start, recent: settings.recent, remember, placeIn, keepPlace };
}

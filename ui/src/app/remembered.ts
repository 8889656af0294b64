// What the window remembers by itself between starts: workspaces opened before, and where it was.
import { useCallback } from "react";
import type { Start } from "@/api/host";
import { useKept } from "./settings";

interface Remembered {
  recent: readonly string[];
  remember: (path: string) => void;
  start: Start;
  /** Where the window was when it was last in this workspace; nothing when it was in another. */
  placeIn: (file: string) => string | undefined;
  keepPlace: (file: string, path: string) => void;
}

/** As many as the shell keeps. */
const RECENT = 8;

/** Workspaces opened before, and how the program was started. */
export function useRemembered(): Remembered {
  const { start, settings, keep } = useKept();
  const { recent, place } = settings;
  const remember = useCallback(
    (path: string) => keep((now) => ({ ...now, recent: [path, ...now.recent.filter((each) => each !== path)].slice(0, RECENT) })),
    [keep],
  );
  const placeIn = useCallback((file: string) => (place?.file === file ? place.path : undefined), [place]);
  const keepPlace = useCallback(
    (file: string, path: string) =>
      keep((now) => (now.place?.file === file && now.place.path === path ? now : { ...now, place: { file, path } })),
    [keep],
  );
  return { start, recent, remember, placeIn, keepPlace };
}

// What goes on while a workspace is open and nobody asks for it: backups by the hour, the lock when nobody is
// there, and remembering where the window is. The engine has no clock; this is its clock.
import { useEffect, useRef } from "react";
import { useCommand } from "@/api/useCommand";
import { useLocation } from "@/window/routes";
import { useRemarks } from "./remarks";
import { useRemembered } from "@/window/remembered";
import { useLock, useWorkspace } from "@/window/session";
import { useSafety } from "@/window/safety";

/** The first screen is drawn before the file is copied. */
const AFTER_OPENING_MS = 3000;
/** How often it is asked whether a backup is due; the engine says at most once an hour. */
const ASKED_EVERY_MS = 10 * 60_000;
/** How often it is looked whether anybody is there. A clock on the wall: a timer stands still while a laptop sleeps. */
const LOOKED_EVERY_MS = 10_000;

const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** Draws nothing. */
export function Keeper() {
  const { open } = useWorkspace();
  useRemarks(open);
  useBackups(open?.path);
  useIdleLock();
  usePlace(open?.path);
  return null;
}

function useBackups(file: string | undefined): void {
  const { backupFolder: folder } = useSafety();
  const { run } = useCommand("rotate_backups", { toast: "quiet" });
  useEffect(() => {
    if (file === undefined) return;
    const first = setTimeout(() => void run({ occasion: "opened", folder }), AFTER_OPENING_MS);
    const later = setInterval(() => void run({ occasion: "interval", folder }), ASKED_EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(later);
    };
  }, [file, folder, run]);
}

function useIdleLock(): void {
  const { autoLock } = useSafety();
  const lock = useLock();
  const current = useRef(lock);
  useEffect(() => {
    current.current = lock;
  });
  useEffect(() => {
    if (autoLock === null) return;
    let last = Date.now();
    const look = () => {
      if (Date.now() - last >= autoLock * 60_000) current.current();
    };
    // The first sign of somebody after a long sleep comes before the timer.
    const seen = () => {
      look();
      last = Date.now();
    };
    for (const sign of SIGNS) window.addEventListener(sign, seen, { capture: true, passive: true });
    const timer = setInterval(look, LOOKED_EVERY_MS);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, seen, { capture: true });
    };
  }, [autoLock]);
}

function usePlace(file: string | undefined): void {
  const { keepPlace } = useRemembered();
  const { path, query } = useLocation();
  const place = query.size > 0 ? `${path}?${query.toString()}` : path;
  useEffect(() => {
    if (file !== undefined) keepPlace(file, place);
  }, [file, place, keepPlace]);
}

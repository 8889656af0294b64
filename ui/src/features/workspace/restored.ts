import type { RestoredBackup } from "@/api/generated/api";
import { notices } from "@/design/notices";

/** Says what was restored; that its journal is not whole stays before the person's eyes. */
export function sayRestored({ path, entries, journal }: RestoredBackup): void {
  if (journal.is === "whole") notices.say("workspace-restored", { path, entries });
  else notices.warn("workspace-restored-broken", { path, entries });
}

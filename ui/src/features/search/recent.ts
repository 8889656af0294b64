// What was looked at last, for as long as the workspace is open: nothing of it is kept outside the encrypted file.
import { useSyncExternalStore } from "react";
import type { Hit } from "@/api/generated/api";

export type Viewed =
  | { is: "record"; path: string; hit: Hit }
  /** A page: its message, and the project it is a section of. */
  | { is: "place"; path: string; label: string; project: string | undefined };

const MOST = 8;

let viewed: readonly Viewed[] = [];
const heard = new Set<() => void>();

function become(next: readonly Viewed[]): void {
  viewed = next;
  for (const each of heard) each();
}

/** Puts it first; what was there is there once. */
export function rememberViewed(one: Viewed): void {
  become([one, ...viewed.filter(({ path }) => path !== one.path)].slice(0, MOST));
}

export function forgetViewed(): void {
  become([]);
}

/** The last one first. */
export function useViewed(): readonly Viewed[] {
  return useSyncExternalStore(
    (listener) => {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    () => viewed,
  );
}

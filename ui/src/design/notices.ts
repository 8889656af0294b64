import { useSyncExternalStore } from "react";
import type { Failure, Wrote } from "@/api/generated/api";
import type { Arg, MessageId } from "@/i18n";

/** What a notice at the foot of the window says. */
export type Notice =
  | { id: number; kind: "wrote"; wrote: Wrote }
  | { id: number; kind: "failed"; failure: Failure }
  | { id: number; kind: "warned"; message: MessageId; args: Record<string, Arg> }
  | { id: number; kind: "said"; message: MessageId; args: Record<string, Arg> };

type Said = Notice extends infer N ? (N extends Notice ? Omit<N, "id"> : never) : never;

let shown: readonly Notice[] = [];
let next = 0;
const heard = new Set<() => void>();

function show(list: readonly Notice[]): void {
  shown = list;
  for (const each of heard) each();
}

function add(said: Said): void {
  next += 1;
  // A newer act takes the place of an older one: only the newest can be undone.
  const kept = shown.filter((notice) => notice.kind !== said.kind).slice(-2);
  show([...kept, { ...said, id: next }]);
}

/** Notices of the window: acts that can be undone, failures that have no place of their own. */
export const notices = {
  wrote: (wrote: Wrote) => add({ kind: "wrote", wrote }),
  failed: (failure: Failure) => add({ kind: "failed", failure }),
  say: (message: MessageId, args: Record<string, Arg> = {}) => add({ kind: "said", message, args }),
  /** Stays until it is closed. */
  warn: (message: MessageId, args: Record<string, Arg> = {}) => add({ kind: "warned", message, args }),
  dismiss: (id: number) => show(shown.filter((notice) => notice.id !== id)),
  clear: () => show([]),
};

export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(
    (listener) => {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    () => shown,
  );
}

import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "@/api/call";
import type { Failure } from "@/api/generated/api";
import { seenAt } from "@/api/seen";
import { T } from "@/i18n";
import { Button } from "./Button";
import { momentArg } from "./figures";
import { Icon } from "./icons";

/** How long a hand rests before what it typed is kept. */
const REST_MS = 700;

/** One place after the other: what is discarded must not come back by an older call that arrives later. */
let line: Promise<unknown> = Promise.resolve();

function inTurn<V>(ask: () => Promise<V>): Promise<V | undefined> {
  // A draft that cannot be kept or read is no failure of what the person is doing.
  const next = line.then(ask).catch(() => undefined);
  line = next;
  return next;
}

/** What is kept of a form: what was typed, and up to which entry the record was read under it. */
interface Kept {
  typed: string;
  basis: number | null;
}

const keep = (place: string, typed: string, basis: number | null) =>
  inTurn(() => call("keep_draft", { place, typed: basis === null ? typed : JSON.stringify({ basis, typed } satisfies Kept) }));

/** Drafts of texts alone, and those of before, are what was typed and nothing else. */
function read(kept: string): Kept {
  const whole: unknown = JSON.parse(kept);
  const isWhole = typeof whole === "object" && whole !== null && "basis" in whole && "typed" in whole;
  return isWhole ? (whole as Kept) : { typed: kept, basis: null };
}

const discard = (place: string) => inTurn(() => call("discard_draft", { place }));
const draftAt = (place: string) => inTurn(() => call("draft_at", { place }));

/** The name of a place: the form, the record, and the field where each is kept by itself. */
export const placeOf = (...parts: (string | null | undefined)[]): string => parts.map((part) => part ?? "new").join(":");

export interface Drafted {
  /** What was typed here before and never saved. */
  offer: { at: string } | null;
  restore: () => void;
  refuse: () => void;
  /** What is typed was saved or given up: nothing of it is kept. */
  settle: () => void;
  /** Whether what is typed now is kept. */
  kept: "yes" | "no";
}

/**
 * Keeps what is typed and not saved inside the workspace's file, and offers it again where it was typed. What is typed is
 * plain data; while it equals `clean` there is nothing to keep. Without a place nothing is kept; where it is `silent`, it is
 * kept here and offered elsewhere.
 */
export function useDraft<V>(
  place: string | undefined,
  typed: V,
  clean: V,
  onRestore: (typed: V, basis: number | null) => void,
  again: "offered" | "silent" = "offered",
  basis: number | null = null,
): Drafted {
  const text = JSON.stringify(typed);
  const untouched = JSON.stringify(clean);
  const [found, setFound] = useState<{ at: string; typed: string; basis: number | null } | null>(null);
  const [stored, setStored] = useState<string | null>(null);
  /** What was saved or given up: only what is typed after it is kept. */
  const settled = useRef<string | null>(null);
  const waiting = useRef<{ place: string; text: string; basis: number | null } | null>(null);
  /** It was asked to be kept, and may not be yet. */
  const asked = useRef(false);
  const atFirst = useRef(untouched);

  useEffect(() => {
    if (place === undefined || again === "silent") return;
    let gone = false;
    void draftAt(place).then((answer) => {
      const draft = answer?.view.draft;
      if (gone || !draft) return;
      const kept = read(draft.typed);
      if (kept.typed === atFirst.current) void discard(place);
      else setFound({ at: draft.at, ...kept });
    });
    return () => {
      gone = true;
    };
  }, [place, again]);

  useEffect(() => {
    if (place === undefined || settled.current === text) return;
    if (text === untouched) {
      waiting.current = null;
      if (stored !== null || asked.current) {
        asked.current = false;
        void discard(place).then(() => setStored(null));
      }
      return;
    }
    if (text === stored) return;
    waiting.current = { place, text, basis };
    const timer = setTimeout(() => {
      waiting.current = null;
      asked.current = true;
      void keep(place, text, basis).then((answer) => answer && setStored(text));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [place, text, untouched, stored, basis]);

  // Who leaves without saving finds it again.
  useEffect(
    () => () => {
      if (waiting.current) void keep(waiting.current.place, waiting.current.text, waiting.current.basis);
      waiting.current = null;
    },
    [],
  );

  const settle = useCallback(() => {
    settled.current = text;
    waiting.current = null;
    setFound(null);
    if (place !== undefined) void discard(place).then(() => setStored(null));
  }, [place, text]);
  return {
    offer: found,
    restore: () => {
      if (found) onRestore(JSON.parse(found.typed) as V, found.basis);
      setFound(null);
    },
    refuse: () => {
      setFound(null);
      // What was typed since stands in its place already, or will.
      if (place !== undefined && text === untouched) void discard(place);
    },
    settle,
    kept: stored !== null && stored === text ? "yes" : "no",
  };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is typed, where it was touched; else what is recorded now. */
function followed<V extends object>(typed: V, clean: V, begun: V): V {
  const entries = Object.entries(begun) as [keyof V, V[keyof V]][];
  return Object.fromEntries(entries.map(([name, now]) => [name, isSame(typed[name], clean[name]) ? now : typed[name]])) as V;
}

/** Whether a field that was touched says something else in the record now than when it was begun. */
const touchesSame = <V extends object>(typed: V, clean: V, begun: V): boolean =>
  (Object.keys(begun) as (keyof V)[]).some((name) => !isSame(typed[name], clean[name]) && !isSame(clean[name], begun[name]) && !isSame(typed[name], begun[name]));

/** What is typed into a form, begun with what is recorded and kept as a draft at `place`; `begin` makes plain data. */
export function useTyping<V extends object>(place: string | undefined, begin: () => V) {
  const begun = begin();
  const [clean, setClean] = useState(begun);
  const [typed, take] = useState(begun);
  /** Up to which entry the record was read that what is typed goes over. */
  const [basis, setBasis] = useState(seenAt);
  // The record changed under the form, or was read anew: what nobody touched says what it says now.
  if (!isSame(begun, clean)) {
    const isMet = touchesSame(typed, clean, begun);
    setClean(begun);
    take(followed(typed, clean, begun));
    if (!isMet) setBasis(seenAt());
  }
  const restore = (kept: V, since: number | null) => {
    take(kept);
    setBasis(since ?? seenAt());
  };
  const draft = useDraft(place, typed, clean, restore, "offered", basis);
  const set = (change: Partial<V>) => take((now) => ({ ...now, ...change }));
  /** She was told what came meanwhile, and goes on from there. */
  const goOn = () => setBasis(seenAt());
  return { typed, set, take, draft, basis: isSame(typed, clean) ? seenAt() : basis, goOn };
}

/** Once it is said that the record changed meanwhile, what is saved next goes over what it says now. */
export function useMeanwhile(failure: Failure | undefined, goOn: () => void): void {
  const [told, setTold] = useState(failure);
  if (told === failure) return;
  setTold(failure);
  if (failure?.code === "changed_meanwhile") goOn();
}

/** Offers what was typed here before, and tells a test when what is typed now is kept. */
export function DraftOffer({ draft, testid }: { draft: Drafted; testid: string }) {
  return (
    <>
      {draft.offer && (
        <div className="draft-offer" role="status" data-testid={`${testid}-draft`}>
          <Icon name="clock" />
          <T id="draft-kept" args={{ at: momentArg(draft.offer.at) }} as="block" />
          <span className="push row">
            <Button label="draft-restore" size="small" testid={`${testid}-draft-restore`} onClick={draft.restore} />
            <Button label="draft-discard" size="small" look="ghost" testid={`${testid}-draft-discard`} onClick={draft.refuse} />
          </span>
        </div>
      )}
      <i hidden data-testid={`${testid}-draft-kept`} data-kept={draft.kept} />
    </>
  );
}

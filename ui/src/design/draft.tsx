import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "@/api/call";
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

const keep = (place: string, typed: string) => inTurn(() => call("keep_draft", { place, typed }));
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
export function useDraft<V>(place: string | undefined, typed: V, clean: V, onRestore: (typed: V) => void, again: "offered" | "silent" = "offered"): Drafted {
  const text = JSON.stringify(typed);
  const untouched = JSON.stringify(clean);
  const [found, setFound] = useState<{ at: string; typed: string } | null>(null);
  const [stored, setStored] = useState<string | null>(null);
  /** What was saved or given up: only what is typed after it is kept. */
  const settled = useRef<string | null>(null);
  const waiting = useRef<{ place: string; text: string } | null>(null);
  const atFirst = useRef(untouched);

  useEffect(() => {
    if (place === undefined || again === "silent") return;
    let gone = false;
    void draftAt(place).then((answer) => {
      const draft = answer?.view.draft;
      if (gone || !draft) return;
      if (draft.typed === atFirst.current) void discard(place);
      else setFound({ at: draft.at, typed: draft.typed });
    });
    return () => {
      gone = true;
    };
  }, [place, again]);

  useEffect(() => {
    if (place === undefined || settled.current === text) return;
    if (text === untouched) {
      waiting.current = null;
      if (stored !== null) {
        void discard(place).then(() => setStored(null));
      }
      return;
    }
    if (text === stored) return;
    waiting.current = { place, text };
    const timer = setTimeout(() => {
      waiting.current = null;
      void keep(place, text).then((answer) => answer && setStored(text));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [place, text, untouched, stored]);

  // Who leaves without saving finds it again.
  useEffect(
    () => () => {
      if (waiting.current) void keep(waiting.current.place, waiting.current.text);
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
      if (found) onRestore(JSON.parse(found.typed) as V);
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

/** Offers what was typed here before, and tells a test when what is typed now is kept. */
export function DraftOffer({ draft, testid }: { draft: Drafted; testid: string }) {
  return (
    <>
      {draft.offer && (
        <div className="draft-offer" role="status" data-testid={`${testid}-draft`}>
          <Icon name="clock" />
          <T id="draft-kept" args={{ at: momentArg(draft.offer.at) }} />
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

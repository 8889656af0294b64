import { useEffect, useState } from "react";
import { call } from "@/api/call";
import type { PassphraseJudged } from "@/api/generated/api";

/** Milliseconds without a key pressed before what was typed is judged. */
const PAUSE = 200;

/** What the engine says of a passphrase that is being typed; nothing until it has said it. Kept nowhere else. */
export function useJudged(passphrase: string, words: readonly string[]): PassphraseJudged | undefined {
  const [judged, setJudged] = useState<{ of: string; view: PassphraseJudged }>();
  const known = words.join("\n");
  useEffect(() => {
    if (passphrase === "") return;
    const stop = new AbortController();
    const later = window.setTimeout(() => {
      call("judge_passphrase", { passphrase, words: known.split("\n").filter(Boolean) }, { signal: stop.signal }).then(
        ({ view }) => stop.signal.aborted || setJudged({ of: passphrase, view }),
        // Making the workspace judges it again, and says what is wrong.
        () => undefined,
      );
    }, PAUSE);
    return () => {
      window.clearTimeout(later);
      stop.abort();
    };
  }, [passphrase, known]);
  // What was said of an earlier wording says nothing of this one.
  return judged?.of === passphrase ? judged.view : undefined;
}

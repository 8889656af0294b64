import { use, useState } from "react";
import type { Mark, PresentedRound, Words } from "@/api/generated/api";
import { type At, type Display, host, type Shown } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { useKeys } from "@/design/keys";
import { useLocation } from "@/window/routes";
import { useKept } from "@/window/settings";
import { Appearance } from "@/design/appearance";
import { useDisplay } from "@/i18n";
import { itemAt, itemsOf, moved, nextLanguage, photographsOf, type Placed } from "./sequence";

export interface Presentation {
  shown: Shown;
  placed: Placed | undefined;
  go: (at: At) => void;
  step: (by: number) => void;
  photograph: (evidence: string | null) => void;
  speak: (language: Display) => void;
  mark: (mark: Mark) => void;
  write: (words: { measured?: Words; remark?: Words }) => void;
  /** A mark that waits for its remark. */
  pending: Mark | null;
  writing: "remark" | "measured" | null;
  startWriting: (what: "remark" | "measured" | null) => void;
  failed: boolean;
  keys: "shown" | "hidden";
  toggleKeys: () => void;
}

interface Options {
  round: PresentedRound;
  beat: number;
  onLeave: () => void;
}

/** Going through a round by clicker, keys and mouse, and writing down what is found. */
export function usePresentation({ round, beat, onLeave }: Options): Presentation {
  const { query } = useLocation();
  const display = useDisplay();
  const { theme } = use(Appearance);
  const { presentation, dates } = useKept().settings;
  const save = useCommand("mark_criterion", { failures: "inline", toast: "quiet" });
  const [at, setAt] = useState<At>(() => begin(round, query.get("criterion")));
  const [language, speak] = useState<Display>(display === "pseudo" ? "pseudo" : presentation.language);
  const [photograph, showPhotograph] = useState<string | null>(null);
  const [pending, setPending] = useState<Mark | null>(null);
  const [writing, setWriting] = useState<"remark" | "measured" | null>(null);
  const [keys, setKeys] = useState<"shown" | "hidden">("hidden");
  const [screen, setScreen] = useState(presentation.screen);

  const placed = itemAt(round, at);
  const photographs = photographsOf(placed?.item);
  const open = round.writing === "open";

  const startWriting = (what: "remark" | "measured" | null) => {
    if (what !== null && (!open || !placed)) return;
    if (what === null) setPending(null);
    setWriting(what);
  };
  const go = (next: At) => {
    showPhotograph(null);
    startWriting(null);
    save.forget();
    setAt(next);
  };
  // While a photograph fills the screen, the arrows go from one to the next.
  const step = (by: number) => {
    const index = photographs.findIndex(({ evidence }) => evidence === photograph);
    const next = index < 0 ? undefined : photographs[index + by];
    if (next) showPhotograph(next.evidence);
    else if (index >= 0) showPhotograph(null);
    else go(moved(at, by, round.total));
  };
  const run = (mark: Mark, words: { measured?: Words; remark?: Words }) =>
    placed &&
    save.run({ round: round.round, criterion: placed.item.criterion, mark, measured: words.measured ?? null, remark: words.remark ?? null, witness: null });
  const mark = (chosen: Mark) => {
    if (!placed || !open) return;
    const { remark } = placed.item;
    if (chosen === "passed_with_remark" && !remark.en.trim() && !remark.zh.trim()) {
      setPending(chosen);
      setWriting("remark");
      return;
    }
    setPending(null);
    if (chosen !== placed.item.mark) void run(chosen, {});
  };
  const write = (words: { measured?: Words; remark?: Words }) => {
    if (!placed) return;
    void run((words.remark && pending) ?? placed.item.mark, words)?.then((done) => done && words.remark && setPending(null));
  };
  const escape = () => {
    if (keys === "shown") setKeys("hidden");
    else if (photograph !== null) showPhotograph(null);
    else if (writing !== null) startWriting(null);
    else onLeave();
  };
  const next = () => step(1);
  const back = () => step(-1);
  useKeys({
    ArrowRight: next, ArrowDown: next, PageDown: next, " ": next, Enter: next,
    ArrowLeft: back, ArrowUp: back, PageUp: back, Backspace: back,
    Home: () => go({ kind: "start" }),
    End: () => go({ kind: "end" }),
    1: () => mark("passed"), 2: () => mark("passed_with_remark"), 3: () => mark("failed"), 4: () => mark("not_tested"),
    r: () => startWriting("remark"),
    m: () => startWriting("measured"),
    p: () => showPhotograph((now) => (now === null ? (photographs[0]?.evidence ?? null) : null)),
    l: () => speak(nextLanguage),
    f: () => {
      const other = screen === "full" ? "window" : "full";
      setScreen(other);
      host().fillScreen(other);
    },
    "?": () => setKeys((now) => (now === "shown" ? "hidden" : "shown")),
    Escape: escape,
  });

  return {
    shown: { round: round.round, at, language, theme: presentation.theme ?? theme, dates, photograph, beat },
    placed, go, step, speak, mark, write, pending, writing, startWriting, keys,
    photograph: showPhotograph,
    failed: save.failure !== undefined,
    toggleKeys: () => setKeys((now) => (now === "shown" ? "hidden" : "shown")),
  };
}

/** At the item asked for by its criterion or number; otherwise before the first. */
function begin(round: PresentedRound, asked: string | null): At {
  const found = itemsOf(round).find(({ item }) => item.criterion === asked || item.number === asked);
  return found ? { kind: "item", place: found.item.place } : { kind: "start" };
}

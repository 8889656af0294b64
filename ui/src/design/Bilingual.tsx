import type { SideState, Text } from "@/api/generated/api";
import { T, useDisplay, useT, type PlainId } from "@/i18n";

/** The state of a pair, as its mark on the joint shows it. */
export type PairState = "reviewed" | "draft" | "half" | "half-en" | "missing";

/** Whole only when both sides are reviewed; half when one side lags behind the other; else draft. */
export function pairState({ en, zh }: Text): PairState {
  const lags = (state: SideState) => state === "stale" || state === "missing";
  if (en.state === "missing" && zh.state === "missing") return "missing";
  if (en.state === "reviewed" && zh.state === "reviewed") return "reviewed";
  if (lags(zh.state)) return "half";
  if (lags(en.state)) return "half-en";
  return "draft";
}

/** Whether there is something for a person to confirm: two sides that were not yet read against each other. */
export const canReview = (text: Text) => text.en.words !== "" && text.zh.words !== "" && pairState(text) !== "reviewed";

const SAYS: Record<PairState, PlainId> = {
  reviewed: "text-state-reviewed",
  draft: "text-state-draft",
  half: "text-state-zh-behind",
  "half-en": "text-state-en-behind",
  missing: "text-state-missing",
};

/** The joint of the tally: one thin line with a mark for the state of the pair. */
export function Joint({ text }: { text: Text }) {
  const t = useT();
  const state = pairState(text);
  const says = t(SAYS[state]);
  return (
    <span className="joint">
      <span className="joint-mark" data-state={state} role="img" aria-label={says} title={says} />
    </span>
  );
}

function SideWords({ side, lang }: { side: Text["en"]; lang: "en" | "zh-CN" }) {
  return (
    <span lang={lang} data-record={side.words ? "" : undefined}>
      {side.words || (
        <span className="pair-missing">
          <T id="text-missing" />
        </span>
      )}
    </span>
  );
}

interface Properties {
  text: Text;
  /**
   * `joined`: side by side whatever the language of the window. `display`: as the reader reads, joined only in 双语.
   * `stacked`: English above Chinese, for narrow places.
   */
  as?: "joined" | "display" | "stacked";
}

/** A bilingual text: English left, Chinese right, joined by the tally line. */
export function Bilingual({ text, as = "display" }: Properties) {
  const display = useDisplay();
  if (as === "stacked") {
    return (
      <span className="pair-stacked">
        <SideWords side={text.en} lang="en" />
        <SideWords side={text.zh} lang="zh-CN" />
      </span>
    );
  }
  if (as === "display" && display !== "both") {
    const zh = display === "zh";
    return <SideWords side={zh ? text.zh : text.en} lang={zh ? "zh-CN" : "en"} />;
  }
  return (
    <span className="pair">
      <SideWords side={text.en} lang="en" />
      <Joint text={text} />
      <SideWords side={text.zh} lang="zh-CN" />
    </span>
  );
}

import { useDisplay, mainLanguage, type Pair } from "@/i18n";
import type { Language, Text } from "@/api/generated/api";

/** Words of the record that have one form: a number, a path, a digest. Marked so that no test takes them for ours. */
export function Recorded({ children, className }: { children: string | number | null | undefined; className?: string }) {
  return (
    <span data-record className={className}>
      {children}
    </span>
  );
}

/** What stands on a side; the other side, in its own language, where this one is missing. */
export function sideOf(text: Text | Pair, language: Language): { words: string; lang: string } {
  const get = (from: Language) => (typeof text[from] === "string" ? text[from] : text[from].words);
  const other = language === "en" ? "zh" : "en";
  const shown = get(language) ? language : get(other) ? other : language;
  return { words: get(shown), lang: shown === "zh" ? "zh-CN" : "en" };
}

/**
 * A bilingual text in one line: the reader's language, or both beside each other in 双语. For names and titles; whole
 * sentences belong in `Bilingual`.
 */
export function Name({ text, show = "display" }: { text: Text | Pair; show?: "display" | "one" }) {
  const display = useDisplay();
  const first = sideOf(text, mainLanguage(display));
  const second = sideOf(text, "zh");
  const both = display === "both" && show === "display" && second.words !== first.words;
  return (
    <span data-record className="pair-line">
      <span lang={first.lang}>{first.words}</span>
      {both && (
        <>
          {" "}
          <span lang="zh-CN" className="quiet">
            {second.words}
          </span>
        </>
      )}
    </span>
  );
}

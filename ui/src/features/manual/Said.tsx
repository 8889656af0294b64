import type { Language } from "@/api/generated/api";
import { languages, line, sayIn, useDisplay } from "@/i18n";
import { marked, runsOf } from "./text";

interface Properties {
  id: string;
  /** Words to be marked, in lower case. */
  words?: readonly string[];
}

const tagOf = (language: Language) => (language === "zh" ? "zh-CN" : "en");

/** A text with the words that were looked for marked in it. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return marked(text, words).map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text));
}

/** A message of the manual as the reader reads: in 双语 English left and Chinese right, joined. */
export function Said({ id, words = [] }: Properties) {
  const display = useDisplay();
  // The brackets of the pseudo-language stand around a whole message.
  if (display === "pseudo") return <span lang="en">{line(display, id)}</span>;
  const sides = languages(display).map((language) => <Side key={language} id={id} language={language} words={words} />);
  if (display !== "both") return sides;
  return (
    <span className="pair manual-pair">
      {sides[0]}
      <span className="joint" aria-hidden />
      {sides[1]}
    </span>
  );
}

function Side({ id, language, words }: { id: string; language: Language; words: readonly string[] }) {
  return (
    <span lang={tagOf(language)}>
      {runsOf(sayIn(language, id, {}) ?? id).map(({ as, text }, index) => {
        const inner = <Marked text={text} words={words} />;
        if (as === "name") return <b key={index}>{inner}</b>;
        if (as === "typed") return <code key={index}>{inner}</code>;
        return <span key={index}>{inner}</span>;
      })}
    </span>
  );
}

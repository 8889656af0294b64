import { useId, useLayoutEffect, useRef, useState, type ChangeEvent, type KeyboardEvent, type RefObject } from "react";
import type { Text, Words } from "@/api/generated/api";
import { T, useT, type PlainId } from "@/i18n";
import { Joint } from "./Bilingual";
import { DraftOffer, useDraft } from "./draft";
import { useObstacle } from "./obstacles";

interface Properties {
  label: PlainId;
  value: Words;
  /** Called while typing, never in the middle of a composition of an input method. */
  onChange?: (words: Words) => void;
  /** Called when the person leaves the pair or presses Enter (Ctrl-Enter in several lines), if the words changed. */
  onCommit?: (words: Words) => void;
  /** The text as recorded: its states are shown on the joint. */
  text?: Text;
  /** More than one makes it a text area that grows with its text; Enter then begins a line. */
  rows?: number;
  as?: "joined" | "stacked";
  /** A form is not saved without words on one of the sides. */
  required?: boolean;
  /** Where what is typed and not committed is kept. */
  draft?: string;
  /** `silent` before a client's eyes: kept, and offered on another page. */
  again?: "offered" | "silent";
  testid: string;
}

/**
 * Two inputs joined: English left, Chinese right. An input method composes in either without anything being taken
 * over until it has finished.
 */
export function BilingualField({ label, value, onChange, onCommit, text, rows = 1, as = "joined", required, draft: place, again = "offered", testid }: Properties) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  const composing = useRef(false);
  const committed = useRef(value);
  const pair = useRef<HTMLDivElement>(null);
  useAllInSight(pair, typed);
  const draft = useDraft(place, typed, value, (words) => {
    setTyped(words);
    // Leaving the pair is what commits it.
    pair.current?.querySelector<HTMLElement>("input, textarea")?.focus();
  }, again);

  // The record changed under the field (another act, undo): what it says now is shown.
  if (given.en !== value.en || given.zh !== value.zh) {
    setGiven(value);
    setTyped(value);
  }

  const take = (words: Words) => {
    setTyped(words);
    if (!composing.current) onChange?.(words);
  };
  const commit = () => {
    if (composing.current || !onCommit) return;
    if (typed.en === value.en && typed.zh === value.zh) return;
    if (typed.en === committed.current.en && typed.zh === committed.current.zh) return;
    committed.current = typed;
    onCommit(typed);
  };
  const stands = required && !typed.en.trim() && !typed.zh.trim() ? "missing" : undefined;
  useObstacle(label, stands);
  const side = (language: "en" | "zh") => {
    const lang = language === "zh" ? "zh-CN" : "en";
    const shared = {
      id: `${id}-${language}`,
      className: "input",
      lang,
      value: typed[language],
      "aria-required": required,
      "aria-label": `${t(label)} · ${t(language === "zh" ? "app-chinese" : "app-english")}`,
      "data-testid": `${testid}-${language}`,
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
        take({ ...typed, [language]: event.target.value }),
      onCompositionStart: () => {
        composing.current = true;
      },
      onCompositionEnd: (event: { currentTarget: { value: string } }) => {
        composing.current = false;
        take({ ...typed, [language]: event.currentTarget.value });
      },
      onKeyDown: (event: KeyboardEvent) => {
        // The Enter that ends a composition belongs to the input method; WebKit sends it after the composition's
        // end, and names it only by this key code.
        // eslint-disable-next-line @typescript-eslint/no-deprecated
        if (composing.current || event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.key === "Enter" && (rows === 1 || event.ctrlKey || event.metaKey)) commit();
      },
    };
    return rows > 1 ? <textarea {...shared} rows={rows} /> : <input {...shared} type="text" autoComplete="off" />;
  };

  return (
    <div
      className="field"
      data-stands={stands}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) commit();
      }}
    >
      <label className="field-label" htmlFor={`${id}-en`}>
        <T id={label} />
      </label>
      <div ref={pair} className={as === "stacked" ? "pair-field pair-field-stacked" : "pair-field"} role="group">
        {side("en")}
        {text ? <Joint text={text} /> : <span className="joint" />}
        {side("zh")}
      </div>
      {place !== undefined && <DraftOffer draft={draft} testid={testid} />}
    </div>
  );
}

/** Makes the text areas of a pair as high as what is in them, in whatever width the window leaves them. */
function useAllInSight(pair: RefObject<HTMLDivElement | null>, typed: Words) {
  useLayoutEffect(() => {
    const areas = [...(pair.current?.querySelectorAll("textarea") ?? [])];
    const grow = () => {
      for (const area of areas) area.style.minHeight = "";
      const needed = areas.map((area) => area.scrollHeight + area.offsetHeight - area.clientHeight);
      areas.forEach((area, index) => (area.style.minHeight = `${needed[index]}px`));
    };
    grow();
    let width = pair.current?.clientWidth;
    const watch = new ResizeObserver(() => {
      if (pair.current?.clientWidth === width) return;
      width = pair.current?.clientWidth;
      grow();
    });
    if (pair.current && areas.length > 0) watch.observe(pair.current);
    return () => watch.disconnect();
  }, [pair, typed]);
}

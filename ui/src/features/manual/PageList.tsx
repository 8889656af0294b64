import { useEffect, useRef, type KeyboardEvent } from "react";
import { languages, line, useDisplay, useT, words as side } from "@/i18n";
import { titleOf, titlePair } from "./pages";
import { Marked } from "./Said";
import type { Found } from "./text";

interface Properties {
  found: readonly Found[];
  words: readonly string[];
  current: string;
  onOpen: (page: string) => void;
}

/** The pages, those found first; arrows go up and down. */
export function PageList({ found, words, current, onOpen }: Properties) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const next = buttons[buttons.findIndex((each) => each === document.activeElement) + by];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  };
  return (
    <nav className="manual-pages" aria-label={t("manual-pages")}>
      <ul ref={list} onKeyDown={onKeyDown}>
        {found.map((each) => (
          <li key={each.page.name}>
            <button
              type="button"
              className="manual-page-item"
              aria-current={each.page.name === current ? "page" : undefined}
              data-testid={`manual-open-${each.page.name}`}
              onClick={() => onOpen(each.page.name)}
            >
              <Title name={each.page.name} words={words} />
              <Excerpt excerpt={each.excerpt} words={words} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Title({ name, words }: { name: string; words: readonly string[] }) {
  const display = useDisplay();
  if (display === "pseudo") return <span>{line(display, titleOf(name))}</span>;
  return languages(display).map((language) => (
    <span key={language} lang={language === "zh" ? "zh-CN" : "en"}>
      <Marked text={side(titlePair(name), language)} words={words} />
    </span>
  ));
}

function Excerpt({ excerpt, words }: { excerpt: Found["excerpt"]; words: readonly string[] }) {
  const display = useDisplay();
  // A part of a message cannot stand in the brackets of the pseudo-language.
  if (!excerpt || display === "pseudo") return null;
  return (
    <small lang={excerpt.language === "zh" ? "zh-CN" : "en"}>
      <Marked text={excerpt.text} words={words} />
    </small>
  );
}

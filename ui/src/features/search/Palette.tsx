import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useQuery } from "@/api/useQuery";
import { navigate, useLocation, visit } from "@/window/routes";
import { Icon } from "@/design";
import { T, useT } from "@/i18n";
import { PaletteRow, plain } from "./PaletteRow";
import { type Phrase, saidOf, usePhrases } from "./phrases";
import { hitAt } from "./hits";
import { rememberViewed, useViewed } from "./recent";
import { type Answer, beforeTyping, grouped, type Group, moved, type Row } from "./rows";
import "./palette.css";

/** Records of a group. */
const LIMIT = 6;

/** Everything by a few words: records in both languages, pages, and what can be done. */
export default function Palette({ project, onClose }: { project: string | undefined; onClose: () => void }) {
  const t = useT();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  // What stands in the field while an input method composes is not yet what the person means.
  const [asked, setAsked] = useState("");
  const [chosen, setChosen] = useState(0);
  const phrases = usePhrases(project);
  const { groups, settled } = useGroups(asked, project, phrases);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const at = Math.min(chosen, rows.length - 1);

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at, rows]);

  const ask = (words: string) => {
    setAsked(words.trim());
    setChosen(0);
  };
  const choose = (row: Row | undefined) => {
    if (!row) return;
    onClose();
    if (row.is === "phrase") row.phrase.run();
    else if (row.is === "place") navigate(row.viewed.path);
    else {
      const path = hitAt(row.hit);
      rememberViewed({ is: "record", path, hit: row.hit });
      visit(path);
    }
  };
  const press = (event: KeyboardEvent) => {
    // The keys of an input method are its own; WebKit tells its last Enter by the code alone.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter") {
      event.preventDefault();
      choose(rows[at]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      onClose();
    } else if (!event.shiftKey) {
      const next = moved(event.key, at, rows.length);
      if (next === undefined) return;
      event.preventDefault();
      setChosen(next);
    }
  };
  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      data-testid="palette"
      aria-label={t("search-title")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="palette-body">
        <label className="palette-field">
          <Icon name="search" />
          <input
            role="combobox"
            aria-label={t("search-title")}
            aria-expanded={rows.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            autoFocus
            spellCheck={false}
            placeholder={t("search-hint")}
            data-testid="palette-words"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              if (!(event.nativeEvent as InputEvent).isComposing) ask(event.target.value);
            }}
            onCompositionEnd={(event) => ask(event.currentTarget.value)}
            onKeyDown={press}
          />
        </label>
        <div id={`${id}-list`} role="listbox" aria-label={t("search-title")} className="palette-list" hidden={rows.length === 0} data-testid="palette-list" data-asked={settled}>
          {groups.map((group, index) => {
            const first = groups.slice(0, index).reduce((sum, { rows: before }) => sum + before.length, 0);
            return (
              <div key={group.name} role="group" aria-labelledby={`${id}-${group.name}`} data-testid={`palette-${group.name}`}>
                <div className="palette-head" id={`${id}-${group.name}`}>
                  <T id={`search-group-${group.name}`} />
                </div>
                {group.rows.map((row, place) => (
                  <div
                    key={row.key}
                    id={`${id}-${first + place}`}
                    role="option"
                    aria-selected={first + place === at}
                    className="palette-row"
                    data-testid="palette-row"
                    onMouseMove={() => setChosen(first + place)}
                    onClick={() => choose(row)}
                  >
                    <PaletteRow row={row} />
                  </div>
                ))}
              </div>
            );
          })}
        </div>
        {asked !== "" && settled === asked && rows.length === 0 && (
          <div className="palette-nothing" data-testid="palette-nothing">
            <b>
              <T id="search-nothing" />
            </b>
            <T id="search-nothing-hint" as="block" />
          </div>
        )}
        <p role="status" className="hidden-text">
          {asked !== "" && settled === asked && t("search-found", { count: rows.length })}
        </p>
        <div className="palette-foot" aria-hidden>
          <span><kbd className="key" data-record>↑↓</kbd> <T id="search-key-move" /></span>
          <span><kbd className="key" data-record>↵</kbd> <T id="search-key-choose" /></span>
          <span><kbd className="key" data-record>esc</kbd> <T id="search-key-close" /></span>
        </div>
      </div>
    </dialog>
  );
}

/** What answers `asked`; until it arrives, what answered before. `settled` are the words that `groups` answer. */
function useGroups(asked: string, project: string | undefined, phrases: readonly Phrase[]): { groups: Group[]; settled: string } {
  const viewed = useViewed();
  const here = useLocation();
  const ask = { ask: "yes", while: "last" } as const;
  // Asking for nothing makes the index ready for the first word.
  const records = useQuery("search", { words: asked, project: project ?? null, limit: LIMIT }, ask);
  const said = useMemo(() => phrases.map(saidOf), [phrases]);
  const matched = useQuery("match_phrases", { words: asked, phrases: said }, ask);
  const answered = records.fresh && matched.fresh;
  const current = useMemo((): Group[] => {
    if (asked === "") return beforeTyping(viewed, phrases, (phrase) => plain(saidOf(phrase)), here.whole);
    const hits = records.view?.hits.map((hit): Answer => ({ quality: hit.quality, group: hit.group, row: { is: "hit", key: `${hit.noun}-${hit.id}`, hit } })) ?? [];
    const found = matched.view?.matches.flatMap(({ index, quality, phrase: words }): Answer[] => {
      const phrase = phrases[index];
      return phrase ? [{ quality, group: phrase.group, row: { is: "phrase", key: phrase.label, phrase, said: words } }] : [];
    });
    return grouped([...hits, ...(found ?? [])]);
  }, [asked, viewed, phrases, here.whole, records.view, matched.view]);
  const [last, setLast] = useState<{ groups: Group[]; settled: string }>({ groups: current, settled: "" });
  const isCurrent = asked === "" || answered;
  if (isCurrent && last.groups !== current) setLast({ groups: current, settled: asked });
  return isCurrent ? { groups: current, settled: asked } : last;
}

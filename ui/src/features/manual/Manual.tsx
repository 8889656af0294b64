import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useKeys } from "@/design/keys";
import { HOME, isManual, manualAt } from "@/window/places";
import { navigate, useLocation, type PageProperties } from "@/window/routes";
import { Button, Icon, Page } from "@/design";
import { Coded, languages, T, useDisplay, useT } from "@/i18n";
import { Article } from "./Article";
import { FIRST, MANUAL, titleOf, titlePair } from "./pages";
import { PageList } from "./PageList";
import { find, wordsIn } from "./text";
import "./manual.css";

/** To where the manual was opened; to the first page of the window when it was opened by itself. */
const wayBack = (from: string | null): string => (from !== null && from.startsWith("/") && !isManual(from) ? from : HOME);

/** The manual: its pages at the left, found by a word of either language, and the one that is read. */
export default function Manual({ params }: PageProperties) {
  const t = useT();
  const display = useDisplay();
  const { query } = useLocation();
  const from = query.get("from");
  const [typed, setTyped] = useState(query.get("find") ?? "");
  const field = useRef<HTMLInputElement>(null);
  const reading = useRef<HTMLDivElement>(null);

  const at = Math.max(0, MANUAL.findIndex(({ name }) => name === (params["page"] ?? FIRST)));
  const page = MANUAL[at];
  const [before, after] = [MANUAL[at - 1], MANUAL[at + 1]];
  const words = useMemo(() => wordsIn(typed), [typed]);
  const found = find(typed, languages(display));

  const open = (name: string | undefined) => name !== undefined && navigate(manualAt(name, { from, find: typed.trim() }));
  const leave = () => navigate(wayBack(from));
  useKeys({
    ArrowLeft: before && (() => open(before.name)),
    ArrowRight: after && (() => open(after.name)),
    "/": () => field.current?.focus(),
    Escape: leave,
  });
  // The keys that scroll are heard by what has the focus.
  useEffect(() => reading.current?.focus({ preventScroll: true }), []);

  const onFieldKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") open(found[0]?.page.name);
    else if (event.key === "Escape") {
      setTyped("");
      reading.current?.focus();
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      document.querySelector<HTMLElement>(".manual-page-item")?.focus();
    }
  };
  return (
    <Page
      testid="page-manual"
      body="fill"
      title={<T id="manual-title" />}
      actions={<Button label="manual-return" icon="left" hotkey="Esc" testid="manual-return" onClick={leave} />}
    >
      <div className="manual">
        <aside className="manual-side">
          <label className="manual-search">
            <Icon name="search" />
            <input
              ref={field}
              className="input"
              value={typed}
              autoComplete="off"
              aria-label={t("manual-search")}
              placeholder={t("manual-find")}
              data-testid="manual-search"
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={onFieldKey}
            />
            <kbd className="key" data-record>/</kbd>
          </label>
          {found.length === 0 ? (
            <p className="quiet small manual-nothing" role="status" data-testid="manual-nothing">
              <T id="manual-nothing" as="block" />
            </p>
          ) : (
            <PageList found={found} words={words} current={page?.name ?? ""} onOpen={open} />
          )}
        </aside>
        <div ref={reading} className="manual-reading" tabIndex={-1} data-testid="manual-reading">
          {page && <Article page={page} words={words} />}
          <footer className="manual-foot">
            {before && <Turn name={before.name} to="previous" onOpen={open} />}
            <span className="push" />
            {after && <Turn name={after.name} to="next" onOpen={open} />}
          </footer>
        </div>
      </div>
    </Page>
  );
}

function Turn({ name, to, onOpen }: { name: string; to: "previous" | "next"; onOpen: (page: string) => unknown }) {
  const t = useT();
  const said = t(to === "previous" ? "manual-previous" : "manual-next", { page: titlePair(name) });
  return (
    <button type="button" className="button" aria-label={said} title={said} data-testid={`manual-${to}`} onClick={() => onOpen(name)}>
      {to === "previous" && <Icon name="left" />}
      <Coded id={titleOf(name)} />
      {to === "next" && <Icon name="right" />}
    </button>
  );
}

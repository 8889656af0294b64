import { useEffect, useRef } from "react";
import type { PresentedRound } from "@/api/generated/api";
import type { At } from "@/api/host";
import { useKeys } from "@/design/keys";
import { acceptanceAt, presentAt } from "@/window/places";
import { navigate, type PageProperties } from "@/window/routes";
import { Button, Failure, Icon, LANGUAGES, LanguageSwitch, MarkTag, Name, Segments, Skeleton, Tally, ThemeSwitch } from "@/design";
import { T, useT } from "@/i18n";
import { MarkButtons } from "@/features/acceptance/MarkButtons";
import { Capture } from "./Capture";
import { Clocks } from "./Clocks";
import { KeyMap } from "./KeyMap";
import { NoteField } from "./NoteField";
import { itemAt, itemsOf, moved, photographsOf, type Placed } from "./sequence";
import { useClientWindow } from "./useClientWindow";
import { type Presentation, usePresentation } from "./usePresentation";
import { useRound } from "./useRound";
import "../acceptance/acceptance.css";
import "./notes.css";

/** The presenter's page: what is shown, what comes next, her notes, the time; the client's window follows it. */
export default function Notes({ params }: PageProperties) {
  const project = params["project"] ?? "";
  const { view, failure, beat, none } = useRound(project);
  return (
    <main className="notes" data-testid="page-present-notes">
      {view && <Presenter key={view.round} project={project} round={view} beat={beat} />}
      {!view && !failure && !none && <Skeleton lines={8} />}
      <Failure failure={failure} />
      {none && <T id="present-nothing" />}
    </main>
  );
}

function Presenter({ project, round, beat }: { project: string; round: PresentedRound; beat: number }) {
  const leave = () => navigate(acceptanceAt(project, { round: round.round }));
  const presentation = usePresentation({ round, beat, onLeave: leave });
  const { shown, placed, go, step, keys } = presentation;
  const client = useClientWindow(shown);
  useKeys({ w: client.toggle });
  const next = moved(shown.at, 1, round.total);
  return (
    <>
      <Head project={project} round={round} presentation={presentation} client={client} onLeave={leave} />
      <List round={round} at={shown.at} onGo={go} />
      <section className="notes-now">
        {placed ? <Now key={placed.item.criterion} placed={placed} round={round} presentation={presentation} /> : <Ends round={round} at={shown.at} />}
        <div className="notes-steps">
          <Button label="present-previous" icon="left" testid="notes-previous" disabled={shown.at.kind === "start"} onClick={() => step(-1)} />
          <Button label="present-next" icon="right" testid="notes-next" disabled={shown.at.kind === "end"} onClick={() => step(1)} />
        </div>
      </section>
      <aside className="notes-side">
        {placed && <NoteField key={placed.item.criterion} round={round.round} criterion={placed.item.criterion} />}
        {next.kind !== shown.at.kind || next.kind === "item" ? <Next round={round} at={next} /> : null}
      </aside>
      {keys === "shown" && <KeyMap />}
    </>
  );
}

function Head({ project, round, presentation, client, onLeave }: { project: string; round: PresentedRound; presentation: Presentation; client: ReturnType<typeof useClientWindow>; onLeave: () => void }) {
  const t = useT();
  const { shown, speak, placed } = presentation;
  return (
    <header className="notes-head">
      <Button label="present-leave" look="ghost" size="small" icon="left" testid="notes-leave" onClick={onLeave} />
      <h1>
        <T id="present-notes-title" args={{ round: round.number }} />
      </h1>
      <Clocks />
      <span className="push" />
      <LanguageSwitch />
      <ThemeSwitch />
      <div className="notes-client" data-testid="notes-client" data-open={client.open}>
        <span className="notes-seen" data-open={client.open}>
          <Icon name={client.open === "yes" ? "check" : "dash"} />
          <T id={client.open === "yes" ? "present-client-shown" : "present-client-none"} />
        </span>
        <span className="push" />
        {shown.language !== "pseudo" && (
          <Segments
            label={t("present-client-language")}
            value={shown.language}
            onChange={speak}
            options={LANGUAGES}
            testid="client-language"
          />
        )}
        <Button
          label="present-alone"
          size="small"
          look="ghost"
          testid="notes-alone"
          onClick={() => navigate(presentAt(project, { round: round.round, criterion: placed?.item.criterion }))}
        />
        <Button
          label={client.open === "yes" ? "present-client-close" : "present-client-open"}
          look={client.open === "yes" ? "plain" : "primary"}
          size="small"
          hotkey="W"
          testid="notes-client-window"
          onClick={(event) => {
            event.currentTarget.blur();
            client.toggle();
          }}
        />
      </div>
    </header>
  );
}

function Now({ placed, round, presentation }: { placed: Placed; round: PresentedRound; presentation: Presentation }) {
  const { item, chapter } = placed;
  const { mark, pending, photograph, shown } = presentation;
  const photographs = photographsOf(item);
  return (
    <>
      <div className="notes-place">
        <b data-record data-testid="notes-number">{item.number}</b>
        <Name text={chapter.title} />
        <span className="push faint" data-record>
          {item.place} / {round.total}
        </span>
      </div>
      <div className="notes-text" data-record>
        <p lang="en">{item.text.en}</p>
        <p lang="zh-CN">{item.text.zh}</p>
      </div>
      {round.writing === "open" ? <MarkButtons mark={item.mark} pending={pending} onMark={mark} /> : <MarkTag mark={item.mark} as="long" />}
      {photographs.length > 0 && (
        <div className="notes-photographs">
          {photographs.map((each) => (
            <button
              key={each.evidence}
              type="button"
              className="notes-photograph"
              aria-pressed={shown.photograph === each.evidence}
              data-testid={`notes-photograph-${each.number}`}
              onClick={(event) => {
                event.currentTarget.blur();
                photograph(shown.photograph === each.evidence ? null : each.evidence);
              }}
            >
              <Icon name="open" />
              <Name text={each.title} />
            </button>
          ))}
        </div>
      )}
      {round.writing === "open" && <Capture presentation={presentation} as="stacked" />}
    </>
  );
}

function Ends({ round, at }: { round: PresentedRound; at: At }) {
  return (
    <div className="notes-text">
      <p className="notes-end">
        <T id={at.kind === "start" ? "present-first" : "present-last"} />
      </p>
      <p>
        <Name text={round.project_title} />
      </p>
      {at.kind === "end" && <Tally tally={round.tally} />}
    </div>
  );
}

function Next({ round, at }: { round: PresentedRound; at: At }) {
  const placed = itemAt(round, at);
  return (
    <section className="notes-next" data-testid="notes-next-item">
      <div className="field-label">
        <T id="present-next" />
      </div>
      {placed ? (
        <>
          <b data-record>{placed.item.number}</b> <Name text={placed.item.text} show="one" />
        </>
      ) : (
        <T id={at.kind === "start" ? "present-first" : "present-last"} />
      )}
    </section>
  );
}

function List({ round, at, onGo }: { round: PresentedRound; at: At; onGo: (at: At) => void }) {
  const t = useT();
  const list = useRef<HTMLElement>(null);
  const now = at.kind === "item" ? at.place : 0;
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [now]);
  return (
    <nav ref={list} className="notes-list" aria-label={t("present-list")}>
      {itemsOf(round).map(({ item, chapter }) => (
        <div key={item.criterion}>
          {chapter.items[0] === item && (
            <div className="notes-chapter">
              <Name text={chapter.title} show="one" />
            </div>
          )}
          <button
            type="button"
            className="notes-item"
            aria-current={item.place === now ? "step" : undefined}
            data-testid={`notes-item-${item.number}`}
            onClick={(event) => {
              event.currentTarget.blur();
              onGo({ kind: "item", place: item.place });
            }}
          >
            <span data-record className="faint">
              {item.number}
            </span>
            <Name text={item.text} show="one" />
            <MarkTag mark={item.mark} />
          </button>
        </div>
      ))}
    </nav>
  );
}

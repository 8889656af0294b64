import { useEffect } from "react";
import type { PresentedRound } from "@/api/generated/api";
import { host } from "@/api/host";
import { useKeys } from "@/design/keys";
import { acceptanceAt, notesAt } from "@/window/places";
import { navigate, type PageProperties } from "@/window/routes";
import { useKept } from "@/window/settings";
import { Failure, Icon, Skeleton } from "@/design";
import { Language, T, useT } from "@/i18n";
import { Capture, MarkRow } from "./Capture";
import { ClientView } from "./ClientView";
import { KeyMap } from "./KeyMap";
import { usePresentation } from "./usePresentation";
import { useRound } from "./useRound";
import "./presentation.css";

/** Presenting in this window: what the client sees, with the marks and remarks captured in it. */
export default function Present({ params }: PageProperties) {
  const project = params["project"] ?? "";
  const { view, failure, beat, none } = useRound(project);
  const { screen } = useKept().settings.presentation;
  useEffect(() => {
    if (screen === "full") host().fillScreen("full");
    return () => host().fillScreen("window");
  }, [screen]);
  return (
    <main className="present-page" data-testid="page-present">
      {view && <Presenting key={view.round} project={project} round={view} beat={beat} />}
      {!view && !failure && !none && <Skeleton lines={6} />}
      {(failure ?? none) && !view && <Nothing project={project} />}
      {failure && !view && <Failure failure={failure} />}
    </main>
  );
}

function Nothing({ project }: { project: string }) {
  return (
    <button type="button" className="button" data-testid="present-leave" onClick={() => navigate(acceptanceAt(project))}>
      <T id="present-leave" />
    </button>
  );
}

function Presenting({ project, round, beat }: { project: string; round: PresentedRound; beat: number }) {
  const t = useT();
  const presentation = usePresentation({ round, beat, onLeave: () => navigate(acceptanceAt(project, { round: round.round })) });
  useKeys({ n: () => navigate(notesAt(project, { round: round.round, criterion: presentation.placed?.item.criterion })) });
  const { shown, placed, step, photograph, writing, startWriting, keys } = presentation;
  const open = round.writing === "open";
  const capturing = placed && open
    ? {
        marks: <MarkRow presentation={presentation} />,
        fields: writing === null ? undefined : <Capture presentation={presentation} as="joined" />,
        onWrite: () => startWriting("remark"),
      }
    : undefined;
  const arrow = (by: number, icon: "left" | "right", label: string) => (
    <button
      type="button"
      tabIndex={-1}
      className={`present-arrow present-arrow-${icon}`}
      aria-label={label}
      data-testid={`present-${icon}`}
      onClick={(event) => {
        event.currentTarget.blur();
        step(by);
      }}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <>
      <ClientView round={round} shown={shown} capturing={capturing} onPhotograph={photograph} />
      {shown.at.kind !== "start" && arrow(-1, "left", t("present-previous"))}
      {shown.at.kind !== "end" && arrow(1, "right", t("present-next"))}
      {keys === "shown" && (
        <Language value={{ display: shown.language, choose: () => undefined }}>
          <KeyMap />
        </Language>
      )}
    </>
  );
}

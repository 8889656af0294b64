import type { PresentedRound } from "@/api/generated/api";
import type { Shown } from "@/api/host";
import { Language } from "@/i18n";
import { EndScreen, StartScreen } from "./EndScreens";
import { type Capturing, ItemScreen } from "./ItemScreen";
import { Photograph } from "./Photograph";
import { itemAt, photographsOf } from "./sequence";
import "./presentation.css";

interface Properties {
  round: PresentedRound;
  shown: Pick<Shown, "at" | "language" | "theme" | "photograph">;
  /** Only in the presenter's own window. */
  capturing?: Capturing;
  onPhotograph?: (evidence: string) => void;
}

/** What the client sees. Everything it knows comes from the client's view of the round. */
export function ClientView({ round, shown, capturing, onPhotograph }: Properties) {
  const placed = itemAt(round, shown.at);
  const photographs = photographsOf(placed?.item);
  const large = photographs.findIndex(({ evidence }) => evidence === shown.photograph);
  const photograph = photographs[large];
  return (
    <Language value={{ display: shown.language, choose: () => undefined }}>
      <div className="present" data-theme={shown.theme} data-languages={shown.language} data-testid="present-view">
        {shown.at.kind === "start" && <StartScreen round={round} />}
        {placed && <ItemScreen key={placed.item.criterion} round={round} placed={placed} capturing={capturing} onPhotograph={onPhotograph} />}
        {shown.at.kind === "end" && <EndScreen round={round} />}
        {photograph && <Photograph key={photograph.evidence} photograph={photograph} place={large + 1} total={photographs.length} />}
      </div>
    </Language>
  );
}

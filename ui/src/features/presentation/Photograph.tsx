import { useState } from "react";
import type { PresentedEvidence } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { DateText } from "@/design/Figures";
import { useDisplay, useT, words, mainLanguage } from "@/i18n";
import { Sides, Words } from "./Sides";

/** Device pixels in steps, so that a window moved by a little does not ask for the picture again. */
const STEP_PX = 320;
const pixels = (css: number) => Math.max(STEP_PX, Math.ceil((css * (window.devicePixelRatio || 1)) / STEP_PX) * STEP_PX);

function usePicture(evidence: string, width: number, height: number) {
  const { view } = useQuery("present_photograph", { evidence, width: pixels(width), height: pixels(height) });
  return view && { ...view, source: `data:${view.media};base64,${view.bytes}` };
}

/** A photograph among what stands to an item; pressed, it fills the screen. */
export function Picture({ photograph, onOpen }: { photograph: PresentedEvidence; onOpen?: (evidence: string) => void }) {
  const t = useT();
  const display = useDisplay();
  const picture = usePicture(photograph.evidence, 640, 400);
  const title = words(photograph.title, mainLanguage(display));
  return (
    <button
      type="button"
      className="present-picture"
      aria-label={t("present-photograph-open", { title: photograph.title })}
      disabled={!onOpen}
      data-testid="present-picture"
      onClick={() => onOpen?.(photograph.evidence)}
    >
      {picture && <img src={picture.source} alt={title} data-record width={picture.width} height={picture.height} />}
      <span className="present-caption">
        <Sides>{(language) => <Words of={photograph.title} language={language} />}</Sides>
      </span>
    </button>
  );
}

/** One photograph over the whole screen. */
export function Photograph({ photograph, place, total }: { photograph: PresentedEvidence; place: number; total: number }) {
  const t = useT();
  const display = useDisplay();
  const picture = usePicture(photograph.evidence, window.innerWidth, window.innerHeight);
  const [drawn, setDrawn] = useState<"yes" | "no">("no");
  return (
    <figure className="present-photograph" data-testid="present-photograph" data-evidence={photograph.number} data-drawn={drawn}>
      {picture && <img src={picture.source} alt={words(photograph.title, mainLanguage(display))} data-record onLoad={() => setDrawn("yes")} />}
      <figcaption>
        <Sides>
          {(language) => (
            <>
              <Words of={photograph.title} language={language} />{" "}
              <span className="present-quiet">
                <DateText date={photograph.date} />
              </span>
            </>
          )}
        </Sides>
        {total > 1 && (
          <span className="present-place" role="img" aria-label={t("present-photograph-place", { place, total })}>
            <b data-record>{place}</b>
            <span data-record>/ {total}</span>
          </span>
        )}
      </figcaption>
    </figure>
  );
}

import { useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import type { PresentedEvidence, PresentedRound, Words as Pair } from "@/api/generated/api";
import { DateText } from "@/design/Figures";
import { type PlainId, T, useT } from "@/i18n";
import { MarkWord } from "./Marks";
import { Picture } from "./Photograph";
import { lengthOf, type Placed } from "./sequence";
import { Sides, Words } from "./Sides";

/** What the presenter may do here; without it the screen only shows. */
export interface Capturing {
  marks: ReactNode;
  /** Stands in place of measured value and remark while they are written. */
  fields: ReactNode;
  onWrite?: () => void;
}

interface Properties {
  round: PresentedRound;
  placed: Placed;
  capturing?: Capturing;
  onPhotograph?: (evidence: string) => void;
}

/** One criterion with its place in the whole, what was measured and remarked, its evidence and its mark. */
export function ItemScreen({ round, placed, capturing, onPhotograph }: Properties) {
  const { item, chapter } = placed;
  const t = useT();
  const joined = useRef<HTMLDivElement>(null);
  useFit(joined);
  const said = (
    <>
      <Said label="present-measured" text={item.measured} name="measured" onWrite={capturing?.onWrite} />
      <Said label="present-remark" text={item.remark} name="remark" onWrite={capturing?.onWrite} />
    </>
  );
  return (
    <article className="present-screen present-item" data-testid="present-item" data-number={item.number} data-place={item.place} data-mark={item.mark}>
      <header className="present-head">
        <span className="present-chapter">
          <b data-record>{chapter.number}</b>
          <Sides>{(language) => <Words of={chapter.title} language={language} />}</Sides>
        </span>
        <span className="present-place" role="img" aria-label={t("present-place", { place: item.place, total: round.total })}>
          <b data-record>{item.place}</b>
          <span data-record>/ {round.total}</span>
        </span>
      </header>
      <Line round={round} place={item.place} />
      <div className="present-body">
        <div ref={joined} className="present-joined">
          <div className="present-number" data-record>
            {item.number}
          </div>
          <Sides className="present-text" testid="present-text">
            {(language) => (
              <h1 data-length={lengthOf(item.text)}>
                <Words of={item.text} language={language} />
              </h1>
            )}
          </Sides>
          {item.requirements.length > 0 && (
            <Sides className="present-line present-requirement">
              {(language) => (
                <>
                  <span className="present-label">
                    <T id="present-requirement" />
                  </span>
                  {item.requirements.map((requirement) => (
                    <span key={requirement.number} className="present-value">
                      <b data-record>{requirement.number}</b> <Words of={requirement.title} language={language} />
                    </span>
                  ))}
                </>
              )}
            </Sides>
          )}
          {capturing?.fields ?? said}
          <Witnesses witness={item.witness ?? null} />
          <Titled evidence={item.evidence} />
        </div>
        <Photographs evidence={item.evidence} onPhotograph={onPhotograph} />
      </div>
      <footer className="present-foot">{capturing?.marks ?? <MarkWord mark={item.mark} />}</footer>
    </article>
  );
}

const FITS = ["normal", "close", "tight"];

/** Sets what is too much for the screen in closer type, whatever is shown and in whatever size the window has. */
function useFit(joined: RefObject<HTMLDivElement | null>) {
  useLayoutEffect(() => {
    const element = joined.current;
    if (!element) return;
    const fit = () => {
      for (const each of FITS) {
        element.setAttribute("data-fit", each);
        if (element.scrollHeight <= element.clientHeight + 1) return;
      }
    };
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(element.closest(".present") ?? element);
    // A font that arrives later makes a line longer.
    for (const line of element.children) watch.observe(line);
    return () => watch.disconnect();
  });
}

function Said({ label, text, name, onWrite }: { label: PlainId; text: Pair; name: string; onWrite?: () => void }) {
  if (text.en === "" && text.zh === "") return null;
  return (
    <div className="present-said" onDoubleClick={onWrite}>
      <Sides className="present-line" testid={`present-${name}`}>
        {(language) => (
          <>
            <span className="present-label">
              <T id={label} />
            </span>
            <span className="present-value">
              <Words of={text} language={language} />
            </span>
          </>
        )}
      </Sides>
    </div>
  );
}

function Witnesses({ witness }: { witness: Pair | null }) {
  if (!witness) return null;
  return (
    <Sides className="present-line" testid="present-witness">
      {(language) => (
        <>
          <span className="present-label">
            <T id="present-witness" />
          </span>
          <span className="present-value">
            <Words of={witness} language={language} />
          </span>
        </>
      )}
    </Sides>
  );
}

function Titled({ evidence }: { evidence: PresentedEvidence[] }) {
  const titled = evidence.filter(({ showing }) => showing === "titled");
  if (titled.length === 0) return null;
  return (
    <Sides className="present-line" testid="present-evidence">
      {(language) => (
        <>
          <span className="present-label">
            <T id="present-evidence" />
          </span>
          {titled.map((each) => (
            <span key={each.evidence} className="present-value">
              <Words of={each.title} language={language} />{" "}
              <span className="present-quiet">
                <DateText date={each.date} />
              </span>
            </span>
          ))}
        </>
      )}
    </Sides>
  );
}

function Photographs({ evidence, onPhotograph }: { evidence: PresentedEvidence[]; onPhotograph?: (evidence: string) => void }) {
  const photographs = evidence.filter(({ showing }) => showing === "photograph");
  if (photographs.length === 0) return null;
  return (
    <div className="present-photographs">
      {photographs.map((each) => (
        <Picture key={each.evidence} photograph={each} onOpen={onPhotograph} />
      ))}
    </div>
  );
}

/** How far the round has come: a quiet line with a part for each chapter. */
function Line({ round, place }: { round: PresentedRound; place: number }) {
  return (
    <div className="present-progress" aria-hidden data-testid="present-progress">
      {round.chapters.map((chapter) => {
        const first = chapter.items[0]?.place ?? 0;
        const done = Math.max(0, Math.min(chapter.items.length, place - first + 1));
        return (
          <i key={chapter.number} style={{ flex: chapter.items.length }}>
            <i style={{ width: `${(100 * done) / chapter.items.length}%` }} />
          </i>
        );
      })}
    </div>
  );
}

import { useEffect, useRef, useState } from "react";
import { useQuery } from "@/api/useQuery";
import { useKeys } from "@/design/keys";
import { Failure, Icon, Segments, Skeleton } from "@/design";
import { T, useT } from "@/i18n";

const A4 = Math.SQRT2;
const HUGE = 1400;
type Zoom = "fit" | "wide" | "huge";
/** Pixels that a page is asked for: whole hundreds, so that a window being resized does not ask for every width. */
const asked = (css: number) => Math.min(3000, Math.ceil((css * window.devicePixelRatio) / 100) * 100);

interface Properties {
  document: string;
  /** The page to begin with, from 1; negative counts from the end. */
  begin?: number;
  tools?: "shown" | "hidden";
}

/** The pages as they are or will be printed, one at a time. */
export function Preview({ document, begin = 1, tools = "shown" }: Properties) {
  const t = useT();
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [zoom, setZoom] = useState<Zoom>("wide");
  const [turned, setTurned] = useState<number | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(([seen]) => seen && setRoom(seen.contentRect));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const fit = zoom === "huge" ? HUGE : Math.max(240, Math.floor(zoom === "wide" ? Math.min(room.width, 900) : Math.min(room.width, room.height / A4)));
  const width_px = asked(fit);
  // How many pages there are is known only from a page; counting from the end therefore begins with the first.
  const first = useQuery("preview_page", { document, page: 1, width_px }, { ask: begin < 0 && room.width > 0 ? "yes" : "no", while: "last" });
  const settled = begin > 0 ? begin : first.view ? Math.max(1, first.view.pages + 1 + begin) : undefined;
  const page = turned ?? settled;
  const { view, failure } = useQuery("preview_page", { document, page: page ?? 1, width_px }, { ask: page !== undefined && room.width > 0 ? "yes" : "no", while: "last" });
  const pages = view?.pages ?? first.view?.pages ?? 1;
  const turn = (step: number) => setTurned(Math.min(pages, Math.max(1, (page ?? 1) + step)));
  useKeys({ PageDown: () => turn(1), PageUp: () => turn(-1), ArrowRight: () => turn(1), ArrowLeft: () => turn(-1) });
  const failed = failure ?? first.failure;
  return (
    <div className="preview" data-testid="document-preview">
      <div className="preview-frame" ref={frame} tabIndex={0}>
        {failed ? (
          <Failure failure={failed} />
        ) : (
          <div className="preview-page" style={{ width: fit }}>
            {view ? (
              <img
                src={`data:image/png;base64,${view.png}`}
                alt={t("document-preview-page", { page: view.page, pages: view.pages })}
                data-testid="document-preview-page"
                data-page={view.page}
                data-pages={view.pages}
              />
            ) : (
              <div className="preview-waiting">
                <Skeleton lines={12} />
              </div>
            )}
          </div>
        )}
      </div>
      <div className="preview-tools">
        <button type="button" className="preview-turn" aria-label={t("document-preview-previous")} title={t("document-preview-previous")} disabled={(page ?? 1) <= 1} data-testid="document-preview-previous" onClick={() => turn(-1)}>
          <Icon name="left" />
        </button>
        <span className="small quiet" data-testid="document-preview-count">
          <T id="document-preview-page" args={{ page: page ?? 1, pages }} />
        </span>
        <button type="button" className="preview-turn" aria-label={t("document-preview-next")} title={t("document-preview-next")} disabled={(page ?? 1) >= pages} data-testid="document-preview-next" onClick={() => turn(1)}>
          <Icon name="right" />
        </button>
        {tools === "shown" && (
          <span className="push">
            <Segments
              label={t("document-preview-zoom")}
              value={zoom}
              onChange={setZoom}
              options={[
                { value: "fit", label: <T id="document-preview-fit" /> },
                { value: "wide", label: <T id="document-preview-wide" /> },
                { value: "huge", label: <T id="document-preview-huge" /> },
              ]}
              testid="document-preview-zoom"
            />
          </span>
        )}
      </div>
    </div>
  );
}

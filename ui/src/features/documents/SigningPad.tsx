import { useEffect, useRef, type PointerEvent } from "react";
import { useT } from "@/i18n";
import { extended, ink, normalised, PAD_RATIO, type Stroke } from "./strokes";

/** Pixels; as wide as the ink of a pen on paper looks at this size. */
const LINE = 2.4;

interface Properties {
  strokes: readonly Stroke[];
  onDraw: (strokes: readonly Stroke[]) => void;
}

/** Where a signature is drawn, by mouse, touch or pen. Always white paper and dark ink, as it will be printed. */
export function SigningPad({ strokes, onDraw }: Properties) {
  const t = useT();
  const canvas = useRef<HTMLCanvasElement>(null);
  // The pointer that is drawing: a resting palm must not add to it.
  const drawing = useRef<number | null>(null);
  const current = useRef(strokes);
  useEffect(() => {
    current.current = strokes;
    const element = canvas.current;
    const to = element?.getContext("2d");
    if (!element || !to) return;
    const { clientWidth: width, clientHeight: height } = element;
    element.width = width * window.devicePixelRatio;
    element.height = height * window.devicePixelRatio;
    to.scale(window.devicePixelRatio, window.devicePixelRatio);
    to.strokeStyle = "#1b1f24";
    ink(to, strokes, width, height, LINE);
  }, [strokes]);

  const put = (next: readonly Stroke[]) => {
    current.current = next;
    onDraw(next);
  };
  const at = (event: { clientX: number; clientY: number }, element: HTMLCanvasElement) => normalised(event.clientX, event.clientY, element.getBoundingClientRect());
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (drawing.current !== null || event.button !== 0) return;
    event.preventDefault();
    drawing.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    put([...current.current, [at(event, event.currentTarget)]]);
  };
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (drawing.current !== event.pointerId) return;
    // Not every webview tells where the pointer was between two events.
    const between = "getCoalescedEvents" in event.nativeEvent ? event.nativeEvent.getCoalescedEvents() : [];
    let stroke = current.current[current.current.length - 1] ?? [];
    for (const each of between.length > 0 ? between : [event.nativeEvent]) stroke = extended(stroke, at(each, event.currentTarget));
    put([...current.current.slice(0, -1), stroke]);
  };
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (drawing.current === event.pointerId) drawing.current = null;
  };
  return (
    <div className="pad" style={{ aspectRatio: PAD_RATIO }}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t("document-sign-pad")}
        data-testid="signing-canvas"
        data-strokes={strokes.length}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      />
    </div>
  );
}

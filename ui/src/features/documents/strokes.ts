// A drawn signature: strokes of points in the unit square, origin top left.
export type Point = [number, number];
export type Stroke = Point[];

/** Width of the pad by its height; the paper keeps it, so that nobody's hand is stretched. */
export const PAD_RATIO = 2;

/** Points closer than this add nothing that the eye could see. */
const NEAR = 0.002;

const within = (value: number) => Math.min(1, Math.max(0, value));

/** A place of the pointer in the unit square of a pad; what is beyond an edge lies on it. */
export function normalised(clientX: number, clientY: number, pad: { left: number; top: number; width: number; height: number }): Point {
  return [within((clientX - pad.left) / pad.width), within((clientY - pad.top) / pad.height)];
}

/** The stroke with the point at its end, or the same stroke when the pointer has hardly moved. */
export function extended(stroke: Stroke, [x, y]: Point): Stroke {
  const last = stroke[stroke.length - 1];
  return last && Math.hypot(x - last[0], y - last[1]) < NEAR ? stroke : [...stroke, [x, y]];
}

/** Draws strokes as ink: smooth through the middles between points; a touch alone is a dot. */
export function ink(to: CanvasRenderingContext2D, strokes: readonly Stroke[], width: number, height: number, line: number): void {
  to.lineWidth = line;
  to.lineCap = "round";
  to.lineJoin = "round";
  for (const stroke of strokes) {
    const [first, ...rest] = stroke.map(([x, y]): Point => [x * width, y * height]);
    if (!first) continue;
    to.beginPath();
    to.moveTo(...first);
    const last = rest[rest.length - 1];
    if (!last) to.lineTo(first[0] + 0.01, first[1]);
    for (const [index, [x, y]] of rest.entries()) {
      const next = rest[index + 1];
      if (next) to.quadraticCurveTo(x, y, (x + next[0]) / 2, (y + next[1]) / 2);
    }
    if (last) to.lineTo(...last);
    to.stroke();
  }
}

import { useEffect, useState } from "react";
import { Short } from "@/design";

const two = (figure: number) => String(figure).padStart(2, "0");

/** `14:02` of the wall's clock. */
const wall = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`;

/** `1:05:09` or `5:09` of milliseconds. */
export function lasted(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** What the clock says, and for how long has been presented. */
export function Clocks() {
  const [begun] = useState(() => Date.now());
  const [now, setNow] = useState(begun);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  return (
    <div className="notes-clocks figures" data-testid="notes-clocks">
      <span>
        <Short id="present-time" /> <b data-record>{wall(new Date(now))}</b>
      </span>
      <span>
        <Short id="present-elapsed" /> <b data-record>{lasted(now - begun)}</b>
      </span>
    </div>
  );
}

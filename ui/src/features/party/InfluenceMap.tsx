import { type PointerEvent, useRef, useState } from "react";
import type { StakeholderRow, Text } from "@/api/generated/api";
import { Name, Short } from "@/design";
import { idOf, T, useDisplay, useT } from "@/i18n";
import { oneLine } from "./options";
import { LEVELS, moved, type Placed, placeOfPerson } from "./stakeholders";

interface Properties {
  rows: readonly StakeholderRow[];
  nameOf: (row: StakeholderRow) => Text;
  chosen: string | null;
  onChoose: (id: string) => void;
  onPlace: (row: StakeholderRow, place: Placed) => void;
}

/** How far a pointer goes before it drags, in pixels. */
const STILL = 5;

/** What is done about those in a corner of the map. */
const quadrantOf = (power: number, interest: number) =>
  power >= 4 ? (interest >= 4 ? "manage-closely" : "keep-satisfied") : interest >= 4 ? "keep-informed" : "monitor";

const CORNERS = [
  { at: "manage-closely", row: "1 / 3", column: "4 / 6" },
  { at: "keep-satisfied", row: "1 / 3", column: "1 / 4" },
  { at: "keep-informed", row: "3 / 6", column: "4 / 6" },
  { at: "monitor", row: "3 / 6", column: "1 / 4" },
] as const;

/** People between power and interest. They are dragged, or moved by the arrow keys. */
export function InfluenceMap({ rows, nameOf, chosen, onChoose, onPlace }: Properties) {
  const t = useT();
  const unjudged = rows.filter(({ record }) => placeOfPerson(record) === null);
  const chip = (row: StakeholderRow) => <Person key={row.record.id} row={row} name={nameOf(row)} pressed={row.record.id === chosen} onChoose={onChoose} onPlace={onPlace} />;
  return (
    <figure className="influence" data-testid="influence">
      <figcaption className="influence-head">
        <b><T id="stakeholder-map" /></b>
        <span className="small quiet"><T id="stakeholder-internal" /></span>
      </figcaption>
      <div className="influence-frame">
        <span className="influence-power small quiet"><Short id="stakeholder-power" /></span>
        <div className="influence-grid" role="group" aria-label={t("stakeholder-map")}>
          {CORNERS.map(({ at, row, column }) => (
            <span key={at} className="influence-corner small" style={{ gridRow: row, gridColumn: column }}><Short id={idOf("stakeholder-quadrant", at)} /></span>
          ))}
          {LEVELS.flatMap((power) =>
            LEVELS.map((interest) => (
              <div
                key={`${power}-${interest}`}
                className="influence-cell"
                style={{ gridRow: 6 - power, gridColumn: interest }}
                data-place={`${power}-${interest}`}
                data-quadrant={quadrantOf(power, interest)}
                data-testid={`influence-${power}-${interest}`}
                title={t("stakeholder-cell", { power, interest })}
              >
                {rows.filter(({ record }) => record.power === power && record.interest === interest).map(chip)}
              </div>
            )),
          )}
        </div>
        <span className="influence-interest small quiet"><Short id="stakeholder-interest" /></span>
      </div>
      <div className="influence-unjudged" data-testid="influence-unjudged">
        <span className="small quiet"><T id={unjudged.length > 0 ? "stakeholder-unjudged" : "stakeholder-unjudged-none"} /></span>
        {unjudged.map(chip)}
      </div>
    </figure>
  );
}

/** The place of the map under the pointer. */
function under(event: PointerEvent): Placed | null {
  const cell = document.elementsFromPoint(event.clientX, event.clientY).find((each) => each instanceof HTMLElement && each.dataset["place"]);
  const [power, interest] = (cell instanceof HTMLElement ? (cell.dataset["place"] ?? "") : "").split("-").map(Number);
  return power && interest ? { power, interest } : null;
}

type Drag = { is: "no" } | { is: "held"; x: number; y: number } | { is: "dragged"; x: number; y: number; by: [number, number] };

function Person({ row, name, pressed, onChoose, onPlace }: { row: StakeholderRow; name: Text; pressed: boolean } & Pick<Properties, "onChoose" | "onPlace">) {
  const t = useT();
  const display = useDisplay();
  const [drag, setDrag] = useState<Drag>({ is: "no" });
  const dragged = useRef(false);
  const place = placeOfPerson(row.record);
  const said = oneLine(name, display);
  const move = (event: PointerEvent) => {
    if (drag.is === "no") return;
    const by: [number, number] = [event.clientX - drag.x, event.clientY - drag.y];
    if (drag.is === "dragged" || Math.hypot(...by) > STILL) setDrag({ is: "dragged", x: drag.x, y: drag.y, by });
  };
  const drop = (event: PointerEvent) => {
    dragged.current = drag.is === "dragged";
    const to = dragged.current ? under(event) : null;
    setDrag({ is: "no" });
    if (to && (to.power !== place?.power || to.interest !== place.interest)) onPlace(row, to);
  };
  return (
    <button
      type="button"
      className="influence-person"
      data-attitude={row.record.attitude ?? "unknown"}
      data-testid={`influence-${row.record.number}`}
      data-dragged={drag.is === "dragged" ? "yes" : "no"}
      aria-pressed={pressed}
      aria-label={place ? t("stakeholder-place", { name: said, ...place }) : t("stakeholder-place-unjudged", { name: said })}
      style={drag.is === "dragged" ? { transform: `translate(${drag.by[0]}px, ${drag.by[1]}px)` } : undefined}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        dragged.current = false;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ is: "held", x: event.clientX, y: event.clientY });
      }}
      onPointerMove={move}
      onPointerUp={drop}
      onPointerCancel={() => setDrag({ is: "no" })}
      onClick={() => !dragged.current && onChoose(row.record.id)}
      onKeyDown={(event) => {
        const to = moved(place, event.key);
        if (!to) return;
        event.preventDefault();
        if (to.power !== place?.power || to.interest !== place.interest) onPlace(row, to);
      }}
    >
      <Name text={name} show="one" />
    </button>
  );
}

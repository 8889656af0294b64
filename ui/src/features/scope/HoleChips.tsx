import type { Hole, HoleCounts } from "@/api/generated/api";
import { Icon } from "@/design";
import { idOf, T, useT } from "@/i18n";
import { HOLES, total } from "./rows";

export const holeName = (hole: Hole) => idOf("scope-hole", hole);

/** What the trace lacks, counted; each count filters the list. */
export function HoleChips({ counts, chosen, onChoose }: { counts: HoleCounts; chosen: Hole | null; onChoose: (hole: Hole | null) => void }) {
  const t = useT();
  const found = HOLES.filter((hole) => counts[hole] > 0);
  return (
    <div className="holes" role="radiogroup" aria-label={t("scope-holes")} data-testid="scope-holes">
      {total(counts) === 0 && (
        <span className="holes-none">
          <Icon name="check" />
          <T id="scope-holes-none" />
        </span>
      )}
      {found.map((hole) => (
        <button key={hole} type="button" role="radio" className="hole" aria-checked={chosen === hole} data-testid={`scope-hole-${hole.replaceAll("_", "-")}`} onClick={() => onChoose(chosen === hole ? null : hole)}>
          <i className="hole-hatch" aria-hidden />
          <T id={holeName(hole)} />
          <b data-record>{counts[hole]}</b>
        </button>
      ))}
    </div>
  );
}

import type { RegisterCount, RegisterKind } from "@/api/generated/api";
import { idOf, T, useT } from "@/i18n";

/** Kinds of which nothing is ever open: all of them are counted. */
const NEVER_OPEN: ReadonlySet<RegisterKind> = new Set(["decision", "lesson"]);

/** The registers as filters, each with what is open in it and what of that is late. */
export function KindChips({ counts, chosen, onChoose }: { counts: readonly RegisterCount[]; chosen: RegisterKind | null; onChoose: (kind: RegisterKind | null) => void }) {
  const t = useT();
  const open = counts.reduce((sum, count) => sum + count.open, 0);
  return (
    <div className="register-kinds" role="radiogroup" aria-label={t("register-kinds")} data-testid="register-kinds">
      <button type="button" role="radio" aria-checked={chosen === null} data-testid="register-kind-all" onClick={() => onChoose(null)}>
        <T id="register-kind-all" />
        <b data-record>{open}</b>
      </button>
      {counts.map(({ kind, all, open: count, late }) => (
        <button key={kind} type="button" role="radio" aria-checked={chosen === kind} data-testid={`register-kind-${kind.replaceAll("_", "-")}`} onClick={() => onChoose(kind)}>
          <T id={idOf("register-kind", kind)} />
          <b data-record>{NEVER_OPEN.has(kind) ? all : count}</b>
          {late > 0 && <i className="register-late" title={t("register-late", { count: late })} aria-label={t("register-late", { count: late })} role="img" data-record>{late}</i>}
        </button>
      ))}
    </div>
  );
}

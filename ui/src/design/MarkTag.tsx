import type { Mark, Tally as Marks } from "@/api/generated/api";
import { type PlainId, T } from "@/i18n";
import { Icon, type IconName } from "./icons";

export type Tone = "jade" | "amber" | "crimson" | "blue" | "unknown" | "plain";

/** A word with its shape and its colour: colour never speaks alone. */
export function Tag({ tone, icon, label, testid }: { tone: Tone; icon?: IconName; label: PlainId; testid?: string }) {
  return (
    <span className={`tag tag-${tone}`} data-testid={testid}>
      {icon && <Icon name={icon} />}
      <T id={label} />
    </span>
  );
}

const MARKS: Record<Mark, { tone: Tone; icon?: IconName; long: PlainId; short: PlainId }> = {
  passed: { tone: "jade", icon: "check", long: "mark-passed", short: "mark-passed" },
  passed_with_remark: { tone: "amber", icon: "half", long: "mark-passed-with-remark", short: "mark-remark" },
  failed: { tone: "crimson", icon: "cross", long: "mark-failed", short: "mark-failed" },
  not_tested: { tone: "unknown", long: "mark-not-tested", short: "mark-not-tested" },
};

/** The mark of a criterion. */
export function MarkTag({ mark, as = "short" }: { mark: Mark; as?: "short" | "long" }) {
  const { tone, icon, long, short } = MARKS[mark];
  return <Tag tone={tone} icon={icon} label={as === "long" ? long : short} testid={`mark-${mark}`} />;
}

const PARTS = [
  ["passed", "tally-passed"],
  ["passed_with_remark", "tally-remark"],
  ["failed", "tally-failed"],
  ["not_tested", "tally-untested"],
] as const;

/** How the marks of many criteria fall; what is not tested is hatched, never pale green. */
export function Tally({ tally, legend = "shown" }: { tally: Marks; legend?: "shown" | "hidden" }) {
  return (
    <div data-testid="tally">
      <div className="tally" aria-hidden>
        {PARTS.map(([mark, name]) => tally[mark] > 0 && <i key={mark} className={name} style={{ flex: tally[mark] }} />)}
      </div>
      {legend === "shown" && (
        <div className="tally-legend">
          <T id="tally-passed" args={{ count: tally.passed }} />
          {tally.passed_with_remark > 0 && (
            <span style={{ color: "var(--amber-ink)" }}>
              <T id="tally-remark" args={{ count: tally.passed_with_remark }} />
            </span>
          )}
          {tally.failed > 0 && (
            <span style={{ color: "var(--crimson-ink)" }}>
              <T id="tally-failed" args={{ count: tally.failed }} />
            </span>
          )}
          {tally.not_tested > 0 && <T id="tally-not-tested" args={{ count: tally.not_tested }} />}
        </div>
      )}
    </div>
  );
}

/** Where a project stands among its stages. */
export function StageStrip({ stages }: { stages: { id: string; started?: string | null; ended?: string | null }[] }) {
  return (
    <div className="stages" aria-hidden>
      {stages.map((stage) => (
        <i key={stage.id} data-state={stage.ended ? "done" : stage.started ? "now" : "later"} />
      ))}
    </div>
  );
}

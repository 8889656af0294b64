import type { Health as Code, HealthReason, HealthView } from "@/api/generated/api";
import { type IconName, Tag, type Tone } from "@/design";
import { type Arg, Coded, T, type useT } from "@/i18n";

/** From the worst to the best. */
export const WORST: Code[] = ["blocked", "attention", "unknown", "on_track"];

const LOOKS: Record<Code, { tone: Tone; icon?: IconName; label: "project-health-on-track" | "project-health-attention" | "project-health-blocked" | "project-health-unknown" }> = {
  on_track: { tone: "jade", icon: "check", label: "project-health-on-track" },
  attention: { tone: "amber", icon: "warning", label: "project-health-attention" },
  blocked: { tone: "crimson", icon: "cross", label: "project-health-blocked" },
  unknown: { tone: "unknown", label: "project-health-unknown" },
};

/** Health as computed; unknown is never green. */
export function HealthTag({ health }: { health: Code }) {
  return <Tag {...LOOKS[health]} testid={`health-${health.replace("_", "-")}`} />;
}

function Reason({ reason: { kind, ...args } }: { reason: HealthReason }) {
  return <Coded id={`project-reason-${kind.replaceAll("_", "-")}`} args={late(kind, args)} />;
}

/** A reason as plain words, for a table that is exported. */
export const reasonWords = (t: ReturnType<typeof useT>, { kind, ...args }: HealthReason): string => t.coded(`project-reason-${kind.replaceAll("_", "-")}`, late(kind, args));

/** Lateness comes as a negative number of days and is said as a positive one. */
function late(kind: HealthReason["kind"], args: Record<string, Arg>): Record<string, Arg> {
  const days = args["working_days"];
  return kind === "acceptance_late" && typeof days === "number" ? { ...args, working_days: Math.abs(days) } : args;
}

/** Why the health is what it is. */
export function HealthReasons({ health }: { health: HealthView }) {
  if (health.reasons.length === 0) return health.health === "on_track" ? <T id="project-nothing-against" /> : null;
  return (
    <ul>
      {health.reasons.map((reason) => (
        <li key={reason.kind}>
          <Reason reason={reason} />
        </li>
      ))}
    </ul>
  );
}

import type { HeadFound, VerifiedTrail } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { useWorkspace } from "@/window/session";
import { DateText, Icon, Name, Recorded, SectionHead } from "@/design";
import { T } from "@/i18n";
import { Line } from "./Line";

/** What a trail's file says of itself, what was counted in it, and whether the open workspace knows its last entry. */
export function TrailFacts({ trail }: { trail: VerifiedTrail }) {
  const { open } = useWorkspace();
  return (
    <section data-testid="verify-trail" data-trail={trail.trail}>
      <SectionHead title={<T id="trail-verify-title" />} />
      <dl className="verify-facts">
        <Line label="trail-verify-workspace">
          <Recorded>{trail.workspace}</Recorded>
          <Recorded className="verify-hash">{trail.workspace_id}</Recorded>
        </Line>
        {trail.project && (
          <Line label="trail-verify-project">
            <Recorded>{trail.project.number}</Recorded> <Name text={trail.project.title} />
          </Line>
        )}
        <Line label="trail-verify-trail">
          {trail.title ? <Name text={trail.title} /> : <T id="trail-verify-own-chain" />}
          <Recorded className="verify-hash">{trail.trail}</Recorded>
        </Line>
        <Line label="trail-verify-entries">
          <span data-testid="verify-trail-entries" data-entries={trail.entries}>
            <T id="trail-verify-entries-read" args={{ entries: trail.entries, first: trail.first, last: trail.last }} />
          </span>
          {trail.erased > 0 && (
            <p className="quiet">
              <T id="trail-verify-erased" args={{ erased: trail.erased }} />
              {trail.unproven > 0 && (
                <>
                  {" "}
                  <T id="trail-verify-unproven" args={{ unproven: trail.unproven }} />
                </>
              )}
            </p>
          )}
          {trail.left.map((left) => (
            <p className="quiet" key={`${left.seq} ${left.text}`} data-testid="verify-trail-left">
              <T id="trail-verify-left" args={{ seq: left.seq }} /> <Recorded>{left.text}</Recorded>
            </p>
          ))}
        </Line>
        <Line label="trail-verify-exported">
          <DateText date={trail.exported_at} as="moment" />
        </Line>
        <Line label="trail-verify-head">
          <Recorded className="verify-hash">{trail.head}</Recorded>
        </Line>
        {open && (
          <Line label="trail-verify-here">
            <Here head={trail.head} />
          </Line>
        )}
      </dl>
    </section>
  );
}

const SAYS = { here: "trail-verify-here-here", other_history: "trail-verify-here-other-history", other_workspace: "trail-verify-here-other-workspace" } as const satisfies Record<HeadFound["standing"], string>;

/** Where the last entry of the file stands, seen from the workspace that is open. */
function Here({ head }: { head: string }) {
  const { view } = useQuery("look_for_head", { head });
  if (!view) return null;
  const here = view.standing === "here";
  return (
    <span className={here ? "verified-good" : "verified-bad"} data-testid="verify-trail-here" data-standing={view.standing}>
      <Icon name={here ? "check" : "warning"} />
      <T id={SAYS[view.standing]} as="block" />
    </span>
  );
}

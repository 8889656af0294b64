import type { DocumentView, Obstacle } from "@/api/generated/api";
import { navigate } from "@/window/routes";
import { Icon, ReviewText, SectionHead } from "@/design";
import { Coded, T } from "@/i18n";
import { said, type Way, wayTo } from "./obstacles";

interface Properties {
  project: string;
  view: DocumentView;
  /** The obstacle lies on the document's own page. */
  onWay: (way: Exclude<Way, { to: "place" }>) => void;
}

/** What stands in the way of issuing, each with the way to where it is dealt with. */
export function Obstacles({ project, view, onWay }: Properties) {
  const { obstacles } = view;
  return (
    <section data-testid="document-obstacles" data-count={obstacles.length}>
      <SectionHead title={<T id="document-obstacles" />} aside={obstacles.length > 0 && <T id="document-obstacles-count" args={{ count: obstacles.length }} />} />
      {obstacles.length === 0 && (
        <p className="document-ready" data-testid="document-ready">
          <Icon name="check" />
          <T id="document-obstacles-none" as="block" />
        </p>
      )}
      <ul className="obstacles">
        {obstacles.map((obstacle, index) => (
          <One key={index} obstacle={obstacle} project={project} onWay={onWay} />
        ))}
      </ul>
    </section>
  );
}

function One({ obstacle, project, onWay }: { obstacle: Obstacle; project: string; onWay: Properties["onWay"] }) {
  const { id, args } = said(obstacle);
  const go = () => {
    const way = wayTo(obstacle, project);
    if (way.to === "place") navigate(way.path);
    else onWay(way);
  };
  return (
    <li data-testid="document-obstacle" data-kind={obstacle.kind}>
      <button type="button" className="obstacle" data-testid={`document-obstacle-${obstacle.kind.replaceAll("_", "-")}`} onClick={go}>
        <Icon name="warning" />
        <span>
          <Coded id={id} args={args} as="block" />
          {obstacle.kind === "parity" && (
            <small data-record>
              {obstacle.en || "–"} / {obstacle.zh || "–"}
            </small>
          )}
        </span>
        <Icon name="right" />
      </button>
      {obstacle.kind === "text" && obstacle.text.en.words && obstacle.text.zh.words && <ReviewText text={obstacle.text} place={obstacle.place} record={obstacle.record} testid="document-obstacle-review" />}
    </li>
  );
}

import type { Hit, Noun, Piece, PiecePair } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { Icon, Name, Recorded, type IconName } from "@/design";
import { Coded, mainLanguage, T, useDisplay } from "@/i18n";
import { saidOf } from "./phrases";
import type { Row } from "./rows";

const ICON: Partial<Record<Noun, IconName>> = {
  project: "projects",
  organisation: "building",
  person: "person",
  requirement: "pen",
  deliverable: "folder",
  criterion: "check",
  round: "clock",
  open_issue: "warning",
  risk: "warning",
  issue: "warning",
  change_request: "pen",
  decision: "check",
  action: "right",
  approval: "clock",
  letter: "file",
  document: "file",
  section: "file",
  evidence: "link",
};

/** A line of the palette. */
export function PaletteRow({ row }: { row: Row }) {
  const display = useDisplay();
  if (row.is === "phrase")
    return (
      <>
        <Icon name={row.phrase.icon} />
        {display === "pseudo" ? <Coded id={row.phrase.label} /> : <Sides pair={row.said} />}
        {row.phrase.key && <kbd className="key push" data-record>{row.phrase.key}</kbd>}
      </>
    );
  if (row.is === "place")
    return (
      <>
        <Icon name="right" />
        {display === "pseudo" ? <Coded id={row.viewed.label} /> : <Sides pair={plain(saidOf(row.viewed))} />}
        {row.viewed.project !== undefined && <ProjectTitle id={row.viewed.project} />}
      </>
    );
  return <HitRow hit={row.hit} />;
}

/** Words as one piece that nothing was found in. */
export const plain = ({ en, zh }: { en: string; zh: string }): PiecePair => ({ en: [{ words: en, hit: false }], zh: [{ words: zh, hit: false }] });

function HitRow({ hit }: { hit: Hit }) {
  const { noun, number, title, beside, parent } = hit;
  const isBlank = title.en.length + title.zh.length === 0;
  return (
    <>
      <Icon name={ICON[noun] ?? "file"} />
      <span className="palette-what">
        <span className="palette-line">
          {number.length > 0 && (
            <span className="palette-number" data-record>
              <Pieces pieces={number} />
            </span>
          )}
          {isBlank ? <Coded id={`noun-${noun.replaceAll("_", "-")}`} /> : <Sides pair={title} />}
        </span>
        {beside && (
          <span className="palette-line small quiet">
            <Coded id={`field-${beside.field.replaceAll("_", "-")}`} />
            <Sides pair={beside.words} />
          </span>
        )}
      </span>
      <span className="palette-where small">
        {parent?.title && <Name text={parent.title} show="one" />}
        {parent && !parent.title && <T id={noun === "evidence" ? "search-for-criterion" : "search-in-round"} args={{ number: parent.number }} />}
        <Recorded>{hit.project_number}</Recorded>
      </span>
    </>
  );
}

function ProjectTitle({ id }: { id: string }) {
  const { view } = useQuery("list_projects", {});
  const line = view?.projects.find(({ project }) => project.id === id);
  return <span className="palette-where small">{line && <Name text={line.project.title} show="one" />}</span>;
}

const isHit = (pieces: readonly Piece[]) => pieces.some(({ hit }) => hit);

/** The reader's language; the other one, too, when both are read or when only there something was found. */
function Sides({ pair }: { pair: PiecePair }) {
  const display = useDisplay();
  const main = mainLanguage(display);
  const other = main === "en" ? "zh" : "en";
  const shown = pair[main].length > 0 ? main : other;
  const second = shown === main && pair[other].length > 0 && (display === "both" || (isHit(pair[other]) && !isHit(pair[main])));
  return (
    <span className="palette-sides">
      <Side pieces={pair[shown]} language={shown} />
      {second && <Side pieces={pair[other]} language={other} quiet />}
    </span>
  );
}

function Side({ pieces, language, quiet }: { pieces: readonly Piece[]; language: "en" | "zh"; quiet?: true }) {
  return (
    <span lang={language === "zh" ? "zh-CN" : "en"} className={quiet && "quiet"} data-record>
      <Pieces pieces={pieces} />
    </span>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ words, hit }, index) => (hit ? <mark key={index}>{words}</mark> : words));
}

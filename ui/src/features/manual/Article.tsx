import { mainLanguage, useDisplay, useT } from "@/i18n";
import { KeyMap } from "./KeyMap";
import { introOf, KEYS, type ManualPage, partOf, titleOf, titlePair } from "./pages";
import { pictureAt } from "./pictures";
import { Said } from "./Said";

/** One page of the manual. */
export function Article({ page, words }: { page: ManualPage; words: readonly string[] }) {
  const { name } = page;
  return (
    <article className="manual-article prose" aria-labelledby="manual-heading" data-testid={`manual-page-${name}`}>
      <h2 id="manual-heading" className="manual-heading">
        <Said id={titleOf(name)} words={words} />
      </h2>
      <div className="manual-intro">
        <Said id={introOf(name)} words={words} />
      </div>
      <Picture page={page} />
      {name === KEYS ? <KeyMap /> : chapters(page).map((chapter) => <Chapter key={chapter.from} page={name} chapter={chapter} words={words} />)}
    </article>
  );
}

function Picture({ page: { name, picture } }: { page: ManualPage }) {
  const t = useT();
  const display = useDisplay();
  const source = picture === undefined ? undefined : pictureAt(picture, mainLanguage(display));
  return source === undefined ? null : (
    <img className="manual-picture" src={source} width={1280} height={800} alt={t("manual-picture", { page: titlePair(name) })} data-testid="manual-picture" />
  );
}

/** Messages of one kind that follow each other: steps make one list. */
interface Stretch {
  kind: ManualPage["body"][number];
  from: number;
  count: number;
}

/** The body as stretches; each heading begins a stretch of its own. */
function chapters({ body }: ManualPage): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, kind] of body.entries()) {
    const last = stretches.at(-1);
    if (last && kind === "step" && last.kind === "step") last.count += 1;
    else stretches.push({ kind, from: index, count: 1 });
  }
  return stretches;
}

function Chapter({ page, chapter: { kind, from, count }, words }: { page: string; chapter: Stretch; words: readonly string[] }) {
  if (kind === "heading") {
    return (
      <h3>
        <Said id={partOf(page, from)} words={words} />
      </h3>
    );
  }
  if (kind === "text") {
    return (
      <div className="manual-text">
        <Said id={partOf(page, from)} words={words} />
      </div>
    );
  }
  return (
    <ol className="manual-steps">
      {Array.from({ length: count }, (_, step) => (
        <li key={step}>
          <Said id={partOf(page, from + step)} words={words} />
        </li>
      ))}
    </ol>
  );
}

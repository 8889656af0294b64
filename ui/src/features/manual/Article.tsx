import { mainLanguage, type Pair, useDisplay, useT } from "@/i18n";
import { KeyMap } from "./KeyMap";
import { introOf, KEYS, type ManualPage, partOf, partPair, titleOf, titlePair } from "./pages";
import { pictureAt } from "./pictures";
import { Said } from "./Said";
import { plain } from "./text";

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
      <Picture name={page.picture} of={titlePair(name)} />
      {name === KEYS ? <KeyMap /> : stretchesOf(page).map((stretch) => <Passage key={stretch.from} page={page} stretch={stretch} words={words} />)}
    </article>
  );
}

/** A picture of the window; all of them are as wide to their height as it opens. */
function Picture({ name, of }: { name: string | undefined; of: Pair }) {
  const t = useT();
  const display = useDisplay();
  const words = { en: plain(of.en), zh: plain(of.zh) };
  const source = name === undefined ? undefined : pictureAt(name, mainLanguage(display));
  return source === undefined ? null : (
    <img className="manual-picture" src={source} width={1280} height={800} alt={t("manual-picture", { page: words })} data-testid="manual-picture" />
  );
}

/** Messages of one kind that follow each other: steps, and points, make one list. */
interface Stretch {
  kind: ManualPage["body"][number];
  from: number;
  count: number;
}

/** The body as stretches; headings and texts stand alone. */
function stretchesOf({ body }: ManualPage): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, kind] of body.entries()) {
    const last = stretches.at(-1);
    if (last?.kind === kind && (kind === "step" || kind === "point")) last.count += 1;
    else stretches.push({ kind, from: index, count: 1 });
  }
  return stretches;
}

function Passage({ page: { name: page, within }, stretch: { kind, from, count }, words }: { page: ManualPage; stretch: Stretch; words: readonly string[] }) {
  if (kind === "heading") {
    return (
      <>
        <h3>
          <Said id={partOf(page, from)} words={words} />
        </h3>
        <Picture name={within[from + 1]} of={partPair(page, from)} />
      </>
    );
  }
  if (kind === "text") {
    return (
      <div className="manual-text">
        <Said id={partOf(page, from)} words={words} />
      </div>
    );
  }
  const List = kind === "step" ? "ol" : "ul";
  return (
    <List className={`manual-list manual-${kind}s`}>
      {Array.from({ length: count }, (_, line) => (
        <li key={line}>
          <Said id={partOf(page, from + line)} words={words} />
        </li>
      ))}
    </List>
  );
}

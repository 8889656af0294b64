import type { ImportChoices, ImportField, ImportPreview } from "@/api/generated/api";
import { Icon, Recorded } from "@/design";
import { LineChoice, type Option } from "@/design/Choice";
import { idOf, T, useT } from "@/i18n";

interface Properties {
  preview: ImportPreview;
  choices: ImportChoices;
  onChange: (choices: ImportChoices) => void;
}

const UNKNOWN = "\u0000unknown";
const PRIORITIES = ["must", "should", "could"] as const;
const METHODS = ["inspection", "test", "drill", "measurement", "reconciliation", "record", "sampling", "walk_through", "not_stated"] as const;

/** A client's own word for a priority or method, and what it was said to mean; none while nobody has said. */
interface Said {
  word: string;
  field: ImportField;
  means: string | null;
}

/** Every word that is not known, and those that somebody has given a meaning: that can be changed again. */
function wordsOf({ faults, columns }: ImportPreview, choices: ImportChoices): Said[] {
  const fieldAt = (address: string) => columns.find((column) => column.address === address)?.field ?? null;
  const unknown = faults.flatMap(({ problem, column, value }): Said[] => {
    const field = fieldAt(column);
    return problem === "unknown_word" && (field === "priority" || field === "method") ? [{ word: value, field, means: null }] : [];
  });
  const given = (choices.words ?? []).map(({ word, means }): Said => ({ word, field: (METHODS as readonly string[]).includes(means) ? "method" : "priority", means }));
  return [...given, ...unknown.filter(({ word }, at) => !given.some((each) => each.word === word) && unknown.findIndex((each) => each.word === word) === at)];
}

/** What a client's words mean that the program does not know; said once, it holds for the whole table. */
export function ImportWords({ preview, choices, onChange }: Properties) {
  const t = useT();
  const words = wordsOf(preview, choices);
  if (words.length === 0) return null;
  const codes = (field: ImportField): Option[] =>
    field === "method"
      ? METHODS.map((value) => ({ value, label: t(idOf("scope-method", value)) }))
      : PRIORITIES.map((value) => ({ value, label: t(idOf("scope-priority", value)) }));
  const say = (word: string, means: string) => {
    const others = (choices.words ?? []).filter((each) => each.word !== word);
    onChange({ ...choices, words: means === UNKNOWN ? others : [...others, { word, means }] });
  };
  return (
    <div className="import-words" data-testid="import-words">
      <p className="import-verdict"><Icon name="warning" /><T id="scope-import-words" /></p>
      <ul className="import-columns">
        {words.map(({ word, field, means }) => (
          <li key={word} className={means === null ? "import-column import-lost" : "import-column"} data-testid="import-word" data-word={word} data-means={means ?? "unknown"}>
            <span className="import-column-name"><Recorded>{word}</Recorded></span>
            <LineChoice
              name={t("scope-import-word", { word })}
              value={means ?? UNKNOWN}
              options={[{ value: UNKNOWN, label: t("scope-import-word-unknown") }, ...codes(field)]}
              onChange={(next) => say(word, next)}
              testid={`import-word-${word}`}
            />
            <small className="quiet"><T id={idOf("scope-import-field", field === "method" ? "method" : "priority")} /></small>
          </li>
        ))}
      </ul>
    </div>
  );
}

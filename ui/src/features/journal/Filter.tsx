import type { EntryChoices } from "@/api/generated/api";
import { Button } from "@/design";
import { Choice } from "@/design/Choice";
import { DateTaken } from "@/design/DateField";
import { line, mainLanguage, T, useDisplay, words } from "@/i18n";
import { isNarrow, type Narrowed, zoneOf } from "./narrowing";

interface Properties {
  choices: EntryChoices;
  value: Narrowed;
  onChange: (value: Narrowed) => void;
  onClear: () => void;
}

/** Who, what and when: what the entries are narrowed to. */
export function Filter({ choices, value, onChange, onClear }: Properties) {
  const display = useDisplay();
  const language = mainLanguage(display);
  const keyOf = (actor: { en: string; zh: string }) => JSON.stringify([actor.en, actor.zh]);
  return (
    <div className="journal-filter" role="group" data-testid="journal-filter">
      <Choice
        label="trail-filter-who"
        placeholder="trail-filter-any"
        speaks="record"
        clearable="yes"
        options={choices.actors.map((actor) => ({ value: keyOf(actor), label: words(actor, language), search: `${actor.en} ${actor.zh}` }))}
        value={value.actor && keyOf(value.actor)}
        onChange={(key) => onChange({ ...value, actor: choices.actors.find((actor) => keyOf(actor) === key) ?? null })}
        testid="filter-actor"
      />
      <Choice
        label="trail-filter-noun"
        placeholder="trail-filter-any"
        clearable="yes"
        options={choices.nouns.map((noun) => ({ value: noun, label: line(display, `noun-${noun.replaceAll("_", "-")}`) }))}
        value={value.noun}
        onChange={(noun) => onChange({ ...value, noun })}
        testid="filter-noun"
      />
      <DateTaken label="trail-filter-from" sense="behind" value={value.from} onTake={(from) => onChange({ ...value, from })} testid="filter-from" />
      <DateTaken label="trail-filter-until" sense="behind" value={value.until} onTake={(until) => onChange({ ...value, until })} testid="filter-until" />
      <span className="journal-filter-end">
        <span className="faint small">
          <T id="trail-filter-zone" args={{ zone: zoneOf(choices.now) }} />
        </span>
        {isNarrow(value) && <Button label="trail-filter-clear" look="ghost" size="small" icon="cross" testid="clear-filter" onClick={onClear} />}
      </span>
    </div>
  );
}

import type { EntryLine } from "@/api/generated/api";
import { DateText, Name, sentence, Short } from "@/design";
import { HistoryButton } from "@/features/comparison/HistoryButton";
import { T } from "@/i18n";

/** What was done to a record, newest first. */
export function History({ criterion, entries }: { criterion: string; entries: EntryLine[] }) {
  return (
    <section className="criterion-history" data-testid="acceptance-history">
      <div className="field-label criterion-label row">
        <T id="acceptance-history" />
        <span className="push" />
        <HistoryButton noun="criterion" id={criterion} label="comparison-compare" />
      </div>
      {entries.length === 0 && (
        <p className="faint">
          <T id="acceptance-history-none" />
        </p>
      )}
      <ol>
        {entries.map((entry) => {
          const said = sentence(entry.act, entry.args);
          return (
            <li key={entry.seq}>
              <b className="criterion-actor"><Name text={entry.actor} show="one" /></b> <Short id={said.id} args={said.args} /> · <DateText date={entry.at} as="moment" />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

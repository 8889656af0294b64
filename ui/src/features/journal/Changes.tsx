import type { FieldChange, RowChange, Shown } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { Failure, Name, Skeleton } from "@/design";
import { HistoryButton } from "@/features/comparison/HistoryButton";
import { Coded, T } from "@/i18n";
import { Value } from "./Value";

/** What an act changed, record by record: what undo would put back. */
export function Changes({ entry }: { entry: number }) {
  const { view, failure } = useQuery("entry_changes", { entry });
  return (
    <section className="changes" data-testid="entry-changes">
      <span className="field-label">
        <T id="journal-page-changes" />
      </span>
      <Failure failure={failure} />
      {!view && !failure && <Skeleton lines={3} />}
      {view?.rows.length === 0 && (
        <p className="faint small">
          <T id="journal-page-changes-none" />
        </p>
      )}
      {view?.rows.map((row, index) => (
        <Row key={index} row={row} entry={entry} />
      ))}
    </section>
  );
}

const dashed = (code: string) => code.replaceAll("_", "-");

function Row({ row, entry }: { row: RowChange; entry: number }) {
  return (
    <div className="change" data-testid="entry-change" data-noun={row.noun} data-change={row.change}>
      <div className="change-head">
        <T id={`journal-page-change-${row.change}`} /> <Coded id={`noun-${dashed(row.noun)}`} /> <b><Name text={row.label} /></b>
      </div>
      <dl className="change-fields">
        {row.fields.map((field) => (
          <Field key={field.field} field={field} />
        ))}
      </dl>
      {row.since === "changed_again" && (
        <p className="change-since">
          <T id="journal-page-changed-again" />
        </p>
      )}
      <div className="row row-end">
        <HistoryButton noun={row.noun} id={row.id} from={entry} />
      </div>
    </div>
  );
}

function Field({ field }: { field: FieldChange }) {
  const reviewed = field.before.is === "text" && field.after.is === "text" && same(field.before, field.after);
  return (
    <>
      <dt>
        <Coded id={`field-${dashed(field.field)}`} />
      </dt>
      <dd>
        {reviewed ? (
          <T id="journal-page-reviewed" />
        ) : (
          <>
            {field.before.is !== "nothing" && (
              <del>
                <Value shown={field.before} />
              </del>
            )}
            {field.after.is !== "nothing" && (
              <ins>
                <Value shown={field.after} />
              </ins>
            )}
          </>
        )}
      </dd>
    </>
  );
}

/** Both sides say the same words: only what was confirmed of them changed. */
const same = (one: Extract<Shown, { is: "text" }>, other: Extract<Shown, { is: "text" }>) =>
  one.text.en.words === other.text.en.words && one.text.zh.words === other.text.zh.words;

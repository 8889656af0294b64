import type { ImportChange, ImportComparison } from "@/api/generated/api";
import { Icon, Recorded, Short, Tag } from "@/design";
import { Coded, idOf, T, useT } from "@/i18n";

/** Records of which the changes are drawn one by one; of more the count says it. */
const DRAWN = 200;

/** What an import would do to the record: old beside new, field by field, and what it would leave as it is. */
export function ImportChanges({ comparison }: { comparison: ImportComparison }) {
  const t = useT();
  const { added, changed, unchanged, changes, missing } = comparison;
  const told = changes.filter(({ standing }) => standing !== "unchanged");
  return (
    <section className="import-changes" data-testid="import-changes" data-added={added} data-changed={changed} data-unchanged={unchanged} data-missing={missing.length} aria-label={t("scope-import-changes")}>
      <p className="import-verdict"><T id="scope-import-counts" args={{ added, changed, unchanged, missing: missing.length }} as="block" /></p>
      {told.length > 0 && (
        <ul className="import-faults">
          {told.slice(0, DRAWN).map((change) => <Change key={`${change.noun} ${change.number} ${change.row}`} change={change} />)}
          {told.length > DRAWN && <li className="quiet"><T id="scope-import-more" args={{ count: told.length - DRAWN }} /></li>}
        </ul>
      )}
    </section>
  );
}

function Change({ change }: { change: ImportChange }) {
  const { noun, number, standing, fields, stale } = change;
  return (
    <li data-testid="import-change" data-standing={standing} data-number={number}>
      <Tag tone={standing === "added" ? "jade" : "blue"} label={idOf("scope-import-standing", standing)} /> <Coded id={`noun-${noun}`} /> <b data-record>{number}</b>
      {standing === "changed" && (
        <dl className="import-fields">
          {fields.map(({ field, before, after }) => (
            <div key={field}>
              <dt><Short id={idOf("scope-import-field", field)} /></dt>
              <dd><del data-record>{before}</del> <Icon name="right" /> <Recorded>{after}</Recorded></dd>
            </div>
          ))}
        </dl>
      )}
      {stale.length > 0 && <p className="import-lost small"><Icon name="warning" /> <T id="scope-import-stale" as="block" /></p>}
    </li>
  );
}

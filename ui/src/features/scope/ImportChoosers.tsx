import type { ImportChoices, ImportField, ImportPreview } from "@/api/generated/api";
import { Check, Icon, Recorded, Short } from "@/design";
import { LineChoice, type Option } from "@/design/Choice";
import { idOf, T, useT } from "@/i18n";

interface Properties {
  preview: ImportPreview;
  choices: ImportChoices;
  onChange: (choices: ImportChoices) => void;
}

const ALL = "\u0000all";
const FOUND = "\u0000found";
/** Rows among which a heading is looked for by hand. */
const HEADINGS = 30;

/** What a person decides where the program found something else, or cannot know: encoding, sheet, heading, hidden rows. */
export function ImportChoosers({ preview, choices, onChange }: Properties) {
  const t = useT();
  const { encoding, sheets } = preview;
  const read = sheets.filter((sheet) => sheet.is_read);
  const isHiding = choices.hidden || read.some(({ hidden_rows, hidden_columns }) => hidden_rows > 0 || hidden_columns.length > 0);
  const heading = read[0]?.heading.at(-1);
  const sheet = choices.all_sheets ? ALL : (choices.sheet ?? read[0]?.name ?? FOUND);
  const sheetOptions: Option[] = sheets.map(({ name, rows, is_hidden }, place) => ({
    value: name || String(place + 1),
    label: `${name || place + 1} · ${t("scope-import-rows", { count: rows })}${is_hidden ? ` · ${t("scope-import-sheet-hidden")}` : ""}`,
  }));
  return (
    <div className="import-choosers" data-testid="import-choosers">
      {encoding?.is_doubtful && (
        <fieldset className="import-encodings" data-testid="import-encodings">
          <legend className="import-verdict import-lost"><Icon name="warning" /><T id="scope-import-encoding-doubt" /></legend>
          {encoding.candidates.map(({ name, lines }) => (
            <label key={name} className="import-encoding">
              <input type="radio" name="import-encoding" checked={choices.encoding === name} data-testid={`import-encoding-${name.toLowerCase()}`} onChange={() => onChange({ ...choices, encoding: name })} />
              <b data-record>{name}</b>
              <span className="import-lines" data-record>{lines.join("\n")}</span>
            </label>
          ))}
        </fieldset>
      )}
      {sheets.length > 1 && (
        <span className="import-chooser">
          <T id="scope-import-sheet" />
          <LineChoice
            name={t("scope-import-sheet")}
            value={sheet}
            options={[...sheetOptions, { value: ALL, label: t("scope-import-sheet-all") }]}
            onChange={(next) => onChange({ ...fresh(choices), all_sheets: next === ALL, sheet: next === ALL ? null : next })}
            testid="import-sheet"
          />
        </span>
      )}
      {!choices.all_sheets && (
        <span className="import-chooser">
          <T id="scope-import-heading" />
          <LineChoice
            name={t("scope-import-heading")}
            value={choices.heading ? String(choices.heading) : FOUND}
            options={[
              { value: FOUND, label: heading ? t("scope-import-heading-found", { row: heading }) : t("scope-import-heading-none") },
              ...Array.from({ length: HEADINGS }, (_, row) => ({ value: String(row + 1), label: String(row + 1) })),
            ]}
            onChange={(next) => onChange({ ...fresh(choices), sheet: choices.sheet, heading: next === FOUND ? null : Number(next) })}
            testid="import-heading"
          />
        </span>
      )}
      {isHiding && <Check label="scope-import-hidden" checked={choices.hidden ?? false} onChange={(hidden) => onChange({ ...choices, hidden })} testid="import-hidden" />}
      <Check label="scope-import-empties" checked={choices.empties ?? false} onChange={(empties) => onChange({ ...choices, empties })} testid="import-empties" />
    </div>
  );
}

/** Another sheet or heading has other columns: what was chosen of them is of no more use. */
const fresh = ({ encoding, hidden, empties, words }: ImportChoices): ImportChoices => ({ encoding, hidden, empties, words });

/** Every column with what it holds, which can be chosen. */
export function ImportColumns({ preview, choices, onChange }: Properties) {
  const t = useT();
  const { columns, fields, not_read: lost } = preview;
  const options: Option[] = [
    { value: FOUND, label: t("scope-import-column-unused") },
    ...fields.map((field) => ({ value: field, label: t(idOf("scope-import-field", field)) })),
  ];
  const choose = (column: string, value: string) => {
    const field = value === FOUND ? null : (value as ImportField);
    // A field stands in one column: taken by another, it leaves the one before.
    const others = columns.filter((each) => field !== null && each.field === field && each.address !== column);
    const said = [...others.map(({ address }) => ({ column: address, field: null })), { column, field }];
    const before = (choices.columns ?? []).filter((each) => !said.some((now) => now.column === each.column));
    onChange({ ...choices, columns: [...before, ...said] });
  };
  return (
    <ul className="import-columns" aria-label={t("scope-import-columns")}>
      {columns.map(({ address, heading, field, also, filled }) => {
        const isLost = lost.some((column) => column.address === address);
        return (
          <li key={address} className={isLost ? "import-column import-lost" : "import-column"} data-testid="import-column" data-column={address} data-lost={isLost ? "yes" : "no"}>
            <span className="import-column-name">
              {(isLost || also) && <Icon name="warning" />}
              <b data-record>{address}</b> <Recorded>{heading}</Recorded>
            </span>
            <LineChoice name={t("scope-import-column", { column: address })} value={field ?? FOUND} options={options} onChange={(next) => choose(address, next)} testid={`import-column-${address}`} />
            <small className="quiet">
              {also ? <Short id="scope-import-also" args={{ field: t(idOf("scope-import-field", also)) }} /> : <Short id="scope-import-filled" args={{ count: filled }} />}
            </small>
          </li>
        );
      })}
    </ul>
  );
}

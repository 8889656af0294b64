import type { ImportFault, ImportPreview, ImportRow, UnreadColumn } from "@/api/generated/api";
import { type Column, DataTable, Icon, Recorded, Short } from "@/design";
import { idOf, T, useT } from "@/i18n";

/** What a table holds as it was understood: every fault with its cell, the rows, and those that would not come. */
export function Preview({ preview }: { preview: ImportPreview }) {
  const t = useT();
  const { rows, faults, not_read: lost, left_out: left, tidied } = preview;
  const faulty = new Set(faults.map((fault) => fault.row));
  const cells: Column<ImportRow>[] = [
    { id: "row", title: <span data-record>#</span>, width: "44px", align: "number", plain: ({ row }) => String(row), render: ({ row }) => <span className={faulty.has(row) ? "import-faulty" : "faint"} data-record>{row}</span> },
    { id: "number", title: <Short id="scope-import-field-number" />, width: "90px", plain: ({ number }) => number, render: ({ number }) => <Recorded>{number}</Recorded> },
    { id: "en", title: <Short id="scope-import-field-title-en" />, width: "minmax(0, 1fr)", plain: ({ text }) => text.en, render: ({ text }) => <Recorded>{text.en}</Recorded> },
    { id: "zh", title: <Short id="scope-import-field-title-zh" />, width: "minmax(0, 1fr)", plain: ({ text }) => text.zh, render: ({ text }) => <span lang="zh-CN" data-record>{text.zh}</span> },
  ];
  return (
    <div className="import-preview" data-testid="import-found" data-rows={rows.length} data-faults={faults.length}>
      {faults.length > 0 ? (
        <>
          <p className="import-verdict import-faulty">
            <Icon name="warning" />
            <T id="scope-import-faults" args={{ count: faults.length }} />
          </p>
          <ul className="import-faults">
            {faults.map((fault, index) => (
              <Fault key={index} fault={fault} />
            ))}
          </ul>
        </>
      ) : (
        <p className="import-verdict import-good">
          <Icon name="check" />
          <T id="scope-import-ready" args={{ count: rows.length }} />
        </p>
      )}
      {lost.length > 0 && (
        <p className="import-verdict import-lost" data-testid="import-not-read" data-count={lost.length}>
          <Icon name="warning" />
          <T id="scope-import-not-read" args={{ count: lost.length, columns: namesOf(lost) }} as="block" />
        </p>
      )}
      {tidied.length > 0 && <p className="small quiet" data-testid="import-tidied"><T id="scope-import-tidied" args={{ count: tidied.length }} as="block" /></p>}
      {left.length > 0 && (
        <details className="import-left" data-testid="import-left" data-count={left.length}>
          <summary><T id="scope-import-left" args={{ count: left.length }} /></summary>
          <ul className="import-faults">
            {left.map(({ sheet, row, why, words }) => (
              <li key={`${sheet} ${row}`}><b><Short id="scope-import-row" args={{ row }} /></b> <T id={idOf("scope-import-left", why)} /><Recorded className="import-value">{words}</Recorded></li>
            ))}
          </ul>
        </details>
      )}
      <div className="import-rows">
        <DataTable testid="import-rows" label={t("scope-import-preview")} rows={rows} columns={cells} idOf={({ sheet, row }) => `${sheet} ${row}`} filter="hidden" rowsAlign="top" />
      </div>
    </div>
  );
}

/** Columns by their headings; by their letters where nothing heads them. */
export const namesOf = (columns: readonly UnreadColumn[]): { en: string; zh: string } => {
  const names = columns.map(({ address, heading }) => heading || address);
  return { en: names.join(", "), zh: names.join("、") };
};

function Fault({ fault }: { fault: ImportFault }) {
  return (
    <li data-testid="import-fault" data-row={fault.row} data-column={fault.column} data-problem={fault.problem}>
      <b>{fault.column ? <Short id="scope-import-cell" args={{ column: fault.column, row: fault.row }} /> : <Short id="scope-import-row" args={{ row: fault.row }} />}</b>{" "}
      <T id={idOf("scope-import-problem", fault.problem)} />
      {fault.value && <Recorded className="import-value">{fault.value}</Recorded>}
    </li>
  );
}

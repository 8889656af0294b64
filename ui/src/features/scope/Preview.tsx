import type { ImportFault, ImportPreview, ImportRow } from "@/api/generated/api";
import { type Column, DataTable, Icon, Recorded, Short } from "@/design";
import { T, useT } from "@/i18n";

/** What an import would do: the columns as understood, every fault with its cell, the rows. */
export function Preview({ preview }: { preview: ImportPreview }) {
  const t = useT();
  const { columns, rows, faults } = preview;
  const faulty = new Set(faults.map((fault) => fault.row));
  const cells: Column<ImportRow>[] = [
    { id: "row", title: <span data-record>#</span>, width: "44px", align: "number", plain: ({ row }) => String(row), render: ({ row }) => <span className={faulty.has(row) ? "import-faulty" : "faint"} data-record>{row}</span> },
    { id: "number", title: <Short id="scope-import-field-number" />, width: "90px", plain: ({ number }) => number, render: ({ number }) => <Recorded>{number}</Recorded> },
    { id: "en", title: <Short id="scope-import-field-title-en" />, width: "minmax(0, 1fr)", plain: ({ text }) => text.en, render: ({ text }) => <Recorded>{text.en}</Recorded> },
    { id: "zh", title: <Short id="scope-import-field-title-zh" />, width: "minmax(0, 1fr)", plain: ({ text }) => text.zh, render: ({ text }) => <span lang="zh-CN" data-record>{text.zh}</span> },
  ];
  return (
    <div className="import-preview" data-testid="import-found" data-rows={rows.length} data-faults={faults.length}>
      <p className="import-columns small">
        {columns.map((column) => (
          <span key={column.address} className={column.field ? "import-column" : "import-column import-unused"}>
            <b data-record>{column.address}</b> <Recorded>{column.heading}</Recorded> →{" "}
            {column.field ? <Short id={`scope-import-field-${column.field.replaceAll("_", "-")}`} /> : <Short id="scope-import-column-unused" />}
          </span>
        ))}
      </p>
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
      <div className="import-rows">
        <DataTable testid="import-rows" label={t("scope-import-preview")} rows={rows} columns={cells} idOf={({ row }) => String(row)} filter="hidden" rowsAlign="top" />
      </div>
    </div>
  );
}

function Fault({ fault }: { fault: ImportFault }) {
  return (
    <li data-testid="import-fault" data-row={fault.row} data-column={fault.column} data-problem={fault.problem}>
      <b>{fault.column ? <Short id="scope-import-cell" args={{ column: fault.column, row: fault.row }} /> : <Short id="scope-import-row" args={{ row: fault.row }} />}</b>{" "}
      <T id={`scope-import-problem-${fault.problem.replaceAll("_", "-")}` as "scope-import-problem-blank"} />
      {fault.value && <Recorded className="import-value">{fault.value}</Recorded>}
    </li>
  );
}

import type { Text, WorkPackageRow, WorkPackages } from "@/api/generated/api";
import { type Column, DataTable, Name, Recorded, Short, Tag } from "@/design";
import { idOf, useDisplay, useT } from "@/i18n";
import { oneLine } from "./options";
import { LETTERS, type Part, PARTS } from "./packages";

interface Properties {
  view: WorkPackages;
  nameOf: (id: string | null | undefined) => Text;
  chosen: string | null;
  onChoose: (id: string) => void;
}

const people = ({ record }: WorkPackageRow): string[] => PARTS.flatMap((part) => record[part]);

/** Who does each work package, answers for it, is asked and is told. */
export function Raci({ view, nameOf, chosen, onChoose }: Properties) {
  const t = useT();
  const display = useDisplay();
  // A part of a package without people of its own has those of the whole.
  const rows = view.packages.filter((row) => people(row).length > 0 || !row.record.part_of);
  const part = (of: Part): Column<WorkPackageRow> => ({
    id: of,
    title: <><b data-record>{LETTERS[of]}</b> <Short id={idOf("package-raci", of)} /></>,
    width: "minmax(0, 1fr)",
    plain: ({ record }) => record[of].map((id) => oneLine(nameOf(id), "both")).join(", "),
    render: ({ record }) => <Recorded>{record[of].map((id) => oneLine(nameOf(id), display === "both" ? "en" : display)).join(", ")}</Recorded>,
  });
  const columns: Column<WorkPackageRow>[] = [
    {
      id: "number", title: <Short id="package-number" />, width: "64px", plain: ({ record }) => record.number, sort: (a, b) => a.record.number.localeCompare(b.record.number),
      render: ({ record }) => <span data-testid={`raci-${record.number}`}><Recorded className="faint small">{record.number}</Recorded></span>,
    },
    {
      id: "title", title: <Short id="package-title" />, width: "minmax(0, 2fr)", plain: ({ record }) => oneLine(record.title, "both"),
      render: ({ record, faults }) => (
        <>
          <Name text={record.title} />
          {faults.map((fault, at) => <Tag key={at} tone="crimson" icon="warning" label={idOf("package-fault", fault.kind)} testid={`raci-${record.number}-${fault.kind}`} />)}
        </>
      ),
    },
    ...PARTS.map(part),
  ];
  return <DataTable testid="raci" label={t("party-raci")} rows={rows} columns={columns} idOf={({ record }) => record.id} selected={chosen} onSelect={({ record }) => onChoose(record.id)} rowsAlign="top" />;
}

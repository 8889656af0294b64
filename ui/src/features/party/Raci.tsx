import type { Text, WorkPackageRow, WorkPackages } from "@/api/generated/api";
import { Name, Recorded, Tag } from "@/design";
import { idOf, T, useT } from "@/i18n";
import { LETTERS, PARTS } from "./packages";

interface Properties {
  view: WorkPackages;
  nameOf: (id: string | null | undefined) => Text;
  chosen: string | null;
  onChoose: (id: string) => void;
}

const people = ({ record }: WorkPackageRow): string[] => PARTS.flatMap((part) => record[part]);

/** Work packages by people: who does each, answers for it, is asked and is told. */
export function Raci({ view, nameOf, chosen, onChoose }: Properties) {
  const t = useT();
  const rows = view.packages.filter((row) => people(row).length > 0 || !row.record.part_of);
  const columns = [...new Set(rows.flatMap(people))];
  const letters = (row: WorkPackageRow, person: string) => PARTS.filter((part) => row.record[part].includes(person)).map((part) => LETTERS[part]).join(" ");
  return (
    <div className="raci">
      <p className="small quiet"><T id={columns.length > 0 ? "package-raci-legend" : "package-raci-none"} /></p>
      <div className="raci-scroll">
        <table data-testid="raci" aria-label={t("party-raci")}>
          <thead>
            <tr>
              <th scope="col"><T id="package-title" /></th>
              {columns.map((person) => <th key={person} scope="col" className="raci-person"><Name text={nameOf(person)} show="one" /></th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.record.id} aria-selected={row.record.id === chosen}>
                <th scope="row">
                  <button type="button" className="raci-package" data-testid={`raci-${row.record.number}`} aria-pressed={row.record.id === chosen} onClick={() => onChoose(row.record.id)}>
                    <Recorded className="faint small">{row.record.number}</Recorded>
                    <Name text={row.record.title} />
                    {row.faults.map((fault, at) => <Tag key={at} tone="crimson" icon="warning" label={idOf("package-fault", fault.kind)} testid={`raci-${row.record.number}-${fault.kind}`} />)}
                  </button>
                </th>
                {columns.map((person) => {
                  const said = letters(row, person);
                  return <td key={person} data-letter={said || "none"}><Recorded>{said}</Recorded></td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

import { host } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { useT } from "@/i18n";
import { isoDay } from "./figures";
import { Icon } from "./icons";
import { notices } from "./notices";

interface Properties {
  label: string;
  testid: string;
  /** The table as it is shown now: what its heads and cells say. */
  table: () => { headings: string[]; numbers: boolean[]; rows: string[][] };
}

/** Writes the lines that are shown, under the headings that are shown, to a spreadsheet of the person's choice. */
export function TableExport({ label, testid, table }: Properties) {
  const t = useT();
  const command = useCommand("export_table");
  const save = async () => {
    const path = await host().saveFile({ title: t("app-table-export"), kind: t("app-kind-table"), extensions: ["xlsx", "csv"], name: `${label}.xlsx` });
    if (!path) return;
    const { headings, numbers, rows } = table();
    const columns = headings.map((heading, place) => ({ heading, holds: numbers[place] ? ("number" as const) : ("text" as const) }));
    const done = await command.run({ path, name: label, date: isoDay(new Date()), columns, rows });
    if (done) notices.say("app-table-exported", { rows: done.rows, path: done.path });
  };
  return (
    <button type="button" className="table-export" aria-label={t("app-table-export")} title={t("app-table-export")} disabled={command.busy} data-testid={`${testid}-export`} onClick={() => void save()}>
      <Icon name="save" />
    </button>
  );
}

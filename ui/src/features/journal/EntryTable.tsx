import { useMemo } from "react";
import type { EntryLine } from "@/api/generated/api";
import { type Column, DataTable, DateText, EmptyState, Name, Recorded, sentence, Short, Tag } from "@/design";
import { Coded, line, T, useDisplay, useT } from "@/i18n";
import { TONES } from "./standing";

interface TableProperties {
  entries: EntryLine[];
  label: string;
  selected: number | null;
  onSelect: (seq: number) => void;
  tools: React.ReactNode;
  /** What stands in place of entries when the filter leaves none. */
  empty: React.ReactNode;
}

/** Entries as sentences, newest first. */
export function EntryTable({ entries, label, selected, onSelect, tools, empty }: TableProperties) {
  const display = useDisplay();
  const t = useT();
  const columns = useMemo<Column<EntryLine>[]>(() => {
    const plain = (entry: EntryLine) => {
      const said = sentence(entry.act, entry.args);
      return line(display, said.id, said.args);
    };
    return [
      { id: "seq", title: <Short id="journal-page-column-seq" />, width: "44px", plain: (entry) => String(entry.seq), render: (entry) => <Recorded className="faint">{entry.seq}</Recorded> },
      {
        id: "when", title: <Short id="journal-page-column-when" />, width: "152px", plain: (entry) => entry.at, sort: (a, b) => a.seq - b.seq,
        render: (entry) => <DateText date={entry.at} as="moment" />,
      },
      {
        id: "who", title: <Short id="journal-page-column-who" />, width: "minmax(80px, 0.7fr)", plain: (entry) => `${entry.actor.en} ${entry.actor.zh}`, sort: (a, b) => a.actor.en.localeCompare(b.actor.en),
        render: (entry) => <Name text={entry.actor} />,
      },
      {
        id: "act", title: <T id="journal-page-column-act" />, width: "minmax(180px, 2.4fr)", plain,
        render: (entry) => {
          const said = sentence(entry.act, entry.args);
          return (
            <span className={entry.standing === "undone" ? "journal-undone" : undefined}>
              <Coded id={said.id} args={said.args} as="block" />
            </span>
          );
        },
      },
      {
        id: "standing", title: <Short id="journal-page-column-standing" />, width: "104px", plain: (entry) => t(`journal-page-standing-${entry.standing}`),
        sort: (a, b) => a.standing.localeCompare(b.standing),
        render: (entry) => entry.standing !== "stands" && <Tag tone={TONES[entry.standing]} label={`journal-page-standing-${entry.standing}`} />,
      },
      {
        id: "hash", title: <Short id="journal-page-column-hash" />, width: "96px", plain: (entry) => entry.hash,
        render: (entry) => <Recorded className="mono faint">{`${entry.hash.slice(0, 4)}…${entry.hash.slice(-4)}`}</Recorded>,
      },
    ];
  }, [display, t]);
  return (
    <DataTable
      testid="journal-table"
      label={label}
      rows={entries}
      columns={columns}
      idOf={(entry) => String(entry.seq)}
      selected={selected === null ? null : String(selected)}
      onSelect={(entry) => onSelect(entry.seq)}
      tools={tools}
      empty={empty || <EmptyState title="journal-page-nothing" hint="journal-page-nothing-hint" testid="journal-empty" />}
    />
  );
}

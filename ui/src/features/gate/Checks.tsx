import type { CheckStanding, Gates } from "@/api/generated/api";
import { type Column, DataTable, DateText, EmptyState, Name, Recorded, Short, Tag } from "@/design";
import { idOf, T, useT } from "@/i18n";
import { CHECKS, VERDICTS } from "./tones";

/** The questions that gates have to have answered, each with how it stands and how long its answer holds. */
export function Checks({ view, chosen, onChoose }: { view: Gates; chosen: string | null; onChoose: (id: string) => void }) {
  const t = useT();
  const columns: Column<CheckStanding>[] = [
    {
      id: "number", title: <Short id="gate-check-number" />, width: "76px", plain: ({ record }) => record.number, sort: (a, b) => a.record.number.localeCompare(b.record.number),
      render: ({ record }) => <span data-testid={`gate-check-${record.number}`}><Recorded className="faint small">{record.number}</Recorded></span>,
    },
    { id: "title", title: <T id="gate-check-question" />, width: "minmax(0, 1fr)", plain: ({ record }) => `${record.title.en.words}\t${record.title.zh.words}`, render: ({ record }) => <Name text={record.title} /> },
    { id: "gate", title: <Short id="gate-check-gate" />, width: "130px", plain: ({ gate }) => gate?.number ?? "", render: ({ gate }) => gate && <Name text={gate.title} show="one" /> },
    { id: "owner", title: <Short id="gate-check-owner" />, width: "110px", plain: ({ owner }) => owner?.name.en.words ?? "", render: ({ owner }) => owner && <Name text={owner.name} show="one" /> },
    {
      id: "until", title: <Short id="gate-check-until" />, width: "116px", plain: ({ holds_until: day }) => day ?? "", sort: (a, b) => (a.holds_until ?? "9").localeCompare(b.holds_until ?? "9"),
      render: ({ holds_until: day }) => day && <DateText date={day} />,
    },
    {
      id: "state", title: <Short id="gate-check-state" />, width: "120px", plain: ({ record }) => t(idOf("gate-check-state", record.state)),
      render: ({ record, verdict, waiver }) => (
        <>
          <Tag {...CHECKS[record.state]} label={idOf("gate-check-state", record.state)} />
          {waiver ? <small className="gate-sub"><Short id="gate-verdict-waived" /> <Recorded>{waiver.record.number}</Recorded></small> : record.state === "accepted" && verdict !== "met" && <Tag {...VERDICTS[verdict]} label={idOf("gate-verdict", verdict)} />}
        </>
      ),
    },
  ];
  const empty = view.checks.length === 0 ? <EmptyState title="gate-check-empty" hint="gate-check-empty-hint" testid="gate-check-empty" /> : undefined;
  return (
    <div className="gate-checks">
      <DataTable testid="gate-checks" label={t("gate-view-checks")} rows={view.checks} columns={columns} idOf={({ record }) => record.id} selected={chosen} onSelect={({ record }) => onChoose(record.id)} rowsAlign="top" empty={empty} />
    </div>
  );
}

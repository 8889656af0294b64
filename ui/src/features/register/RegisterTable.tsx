import type { RegisterRow, RegisterView } from "@/api/generated/api";
import { type Column, DataTable, DateText, Icon, Name, Short, Tag } from "@/design";
import { idOf, T, useT } from "@/i18n";
import { gravity, TONES } from "./kinds";

interface Properties {
  view: RegisterView;
  rows: readonly RegisterRow[];
  /** The scores are shown where risks alone stand in the list. */
  scores: "shown" | "hidden";
  selected: string | null;
  onSelect: (row: RegisterRow) => void;
  empty: React.ReactNode;
}

/** Inherent, current and residual score; the one of now stands out. */
export function Scores({ row, view }: { row: RegisterRow; view: RegisterView }) {
  const t = useT();
  const { risk } = row;
  if (!risk) return null;
  const { bands } = view.risks.matrix;
  return (
    <span className="register-scores" data-record data-testid={`register-score-${row.number}`}>
      <span title={t("register-score-inherent")}>{risk.inherent?.score ?? "–"}</span>
      <Icon name="right" />
      <b title={t("register-score-current")} data-gravity={risk.current ? gravity(risk.current.band, bands) : undefined}>{risk.current?.score ?? "–"}</b>
      <Icon name="right" />
      <span title={t("register-score-residual")}>{risk.residual?.score ?? "–"}</span>
    </span>
  );
}

/** How many working days are left to a row's day, or have gone since. */
export function Days({ row }: { row: RegisterRow }) {
  const days = row.working_days?.days;
  if (days === undefined || (!row.is_open && !row.is_late)) return null;
  return row.is_late ? <Short id="register-days-late" args={{ count: Math.abs(days) }} /> : <Short id="register-days-left" args={{ count: Math.max(days, 0) }} />;
}

/** One list of all registers: what is late stands first. */
export function RegisterTable({ view, rows, scores, selected, onSelect, empty }: Properties) {
  const t = useT();
  const stateOf = (row: RegisterRow) => idOf("register-state", row.state);
  const columns: Column<RegisterRow>[] = [
    {
      id: "number", title: <Short id="register-column-number" />, width: "58px", plain: ({ number }) => number, sort: (a, b) => a.number.localeCompare(b.number),
      render: ({ number, kind }) => (
        <>
          <span data-record className="faint small" data-testid={`register-row-${number}`}>{number}</span>
          {kind === "open_issue" && <small className="register-kind-tag"><Short id="register-one-open-issue" /></small>}
        </>
      ),
    },
    { id: "title", title: <T id="register-column-text" />, width: "minmax(0, 1fr)", plain: ({ title }) => `${title.en.words}\t${title.zh.words}`, render: ({ title }) => <Name text={title} /> },
    ...(scores === "shown"
      ? [{
          id: "score", title: <Short id="register-column-score" />, width: "108px", plain: ({ risk }: RegisterRow) => [risk?.inherent, risk?.current, risk?.residual].map((score) => score?.score ?? "–").join(" → "),
          sort: (a: RegisterRow, b: RegisterRow) => (b.risk?.current?.score ?? 0) - (a.risk?.current?.score ?? 0), render: (row: RegisterRow) => <Scores row={row} view={view} />,
        }]
      : []),
    {
      id: "owner", title: <Short id="register-column-owner" />, width: "96px", plain: ({ owners }) => owners.map(({ name }) => `${name.en.words} ${name.zh.words}`).join(", "),
      render: ({ owners, is_open }) =>
        owners.length === 0 ? is_open && <span className="register-lacks"><Short id="register-no-owner" /></span> : (
          <>
            {owners.slice(0, 2).map(({ id, name }) => <div key={id}><Name text={name} show="one" /></div>)}
            {owners.length > 2 && <small data-record>{`+${owners.length - 2}`}</small>}
          </>
        ),
    },
    {
      id: "day", title: <Short id="register-column-day" />, width: "112px", plain: ({ day }) => day ?? "", sort: (a, b) => (a.day ?? "9").localeCompare(b.day ?? "9"),
      render: (row) =>
        row.day && (
          <>
            <DateText date={row.day} />
            {row.day_is && row.day_is !== "past" && <small className={row.is_late ? "register-day register-lacks" : "register-day"}>{row.is_open || row.is_late ? <Days row={row} /> : <Short id={idOf("register-day", row.day_is)} />}</small>}
          </>
        ),
    },
    {
      id: "state", title: <Short id="register-column-state" />, width: "108px", plain: (row) => t(stateOf(row)),
      render: (row) => (
        <>
          <Tag {...TONES[row.state]} label={stateOf(row)} />
          {row.blocks && <small className="register-day register-lacks"><Short id="register-blocking" /></small>}
          {row.approval && row.state === "waiting" && <small className="register-day"><Short id={idOf("register-turn", row.approval.turn)} /></small>}
        </>
      ),
    },
  ];
  return (
    <div className="register-list">
      <DataTable testid="register" label={t("register-title")} rows={rows} columns={columns} idOf={({ id }) => id} selected={selected} onSelect={onSelect} rowsAlign="top" empty={rows.length === 0 ? empty : undefined} />
    </div>
  );
}

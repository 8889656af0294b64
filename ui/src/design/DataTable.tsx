import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { T, useT } from "@/i18n";
import { ChoiceBox, ChosenBar } from "./ChosenBar";
import { type Choosing, useHands } from "./choosing";
import { Icon } from "./icons";
import { useKeys } from "./keys";
import { TableExport } from "./TableExport";

export interface Column<Row> {
  id: string;
  title: ReactNode;
  /** A grid track: `40px`, `1fr`, `minmax(120px, 2fr)`. */
  width: string;
  align?: "number";
  /** Makes the column sortable. */
  sort?: (a: Row, b: Row) => number;
  /** The cell as plain words: found by the filter and taken by copying. */
  plain?: (row: Row) => string;
  render: (row: Row) => ReactNode;
}

interface Properties<Row> {
  rows: readonly Row[];
  columns: Column<Row>[];
  idOf: (row: Row) => string;
  /** The name of the table, for those who hear it. */
  label: string;
  selected?: string | null;
  onSelect?: (row: Row) => void;
  /** Enter or a double click. */
  onOpen?: (row: Row) => void;
  /** Rows with the same group stand under one head, in the order given. */
  groupOf?: (row: Row) => string;
  renderGroup?: (group: string) => ReactNode;
  /** `top` for rows of several lines. */
  rowsAlign?: "middle" | "top";
  filter?: "shown" | "hidden";
  tools?: ReactNode;
  empty?: ReactNode;
  /** Rows can be chosen, several at a time. */
  choosing?: Choosing<Row>;
  testid: string;
}

type Line<Row> = { kind: "group"; group: string } | { kind: "row"; row: Row };
/** A first guess; rows are measured as they are drawn. */
const ROW_PX = { middle: 36, top: 58 };

/**
 * A table of records: only what is in sight is drawn, heads stay, columns sort, words filter; arrows and J/K move,
 * Enter opens, Space chooses, copying takes every line that is shown as tab-separated text.
 */
export function DataTable<Row>(properties: Properties<Row>) {
  const { rows, columns, idOf, label, selected = null, onSelect, onOpen, groupOf, renderGroup, rowsAlign = "middle", filter = "shown", tools, empty, choosing, testid } = properties;
  const t = useT();
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [sorted, setSorted] = useState<{ column: string; down: "no" | "yes" } | null>(null);
  const [typed, setTyped] = useState("");

  const shown = useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    const found = wanted
      ? rows.filter((row) => columns.some((column) => column.plain?.(row).toLowerCase().includes(wanted)))
      : [...rows];
    const by = columns.find((column) => column.id === sorted?.column)?.sort;
    if (by) found.sort((a, b) => (sorted?.down === "yes" ? by(b, a) : by(a, b)));
    return found;
  }, [rows, columns, typed, sorted]);

  const lines = useMemo<Line<Row>[]>(() => {
    if (!groupOf || sorted) return shown.map((row) => ({ kind: "row", row }));
    const made: Line<Row>[] = [];
    let last: string | undefined;
    for (const row of shown) {
      const group = groupOf(row);
      if (group !== last) made.push({ kind: "group", group });
      last = group;
      made.push({ kind: "row", row });
    }
    return made;
  }, [shown, groupOf, sorted]);

  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer keeps its own state by design
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX[rowsAlign],
    overscan: 12,
    initialRect: { width: 800, height: 600 },
    getItemKey: (index) => {
      const line = lines[index];
      return line === undefined ? index : line.kind === "row" ? idOf(line.row) : `group-${line.group}`;
    },
  });

  const at = lines.findIndex((line) => line.kind === "row" && idOf(line.row) === selected);
  useEffect(() => {
    if (at < 0) return;
    virtual.scrollToIndex(at, { align: "auto" });
    // Rows are measured once they are drawn; only then is it known where this one ends.
    const again = requestAnimationFrame(() => document.getElementById(`${base}-${at}`)?.scrollIntoView({ block: "nearest" }));
    return () => cancelAnimationFrame(again);
    // Only a new selection moves the table; a new answer must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  const move = (step: number): string | undefined => {
    let index = at < 0 && step < 0 ? lines.length : at;
    for (let left = Math.abs(step); left > 0; left -= 1) {
      let next = index + Math.sign(step);
      while (lines[next]?.kind === "group") next += Math.sign(step);
      if (lines[next] === undefined) break;
      index = next;
    }
    const line = lines[index];
    if (line?.kind !== "row") return undefined;
    onSelect?.(line.row);
    return idOf(line.row);
  };
  const inOrder = useMemo(() => lines.flatMap((line) => (line.kind === "row" ? [idOf(line.row)] : [])), [lines, idOf]);
  const hands = useHands(choosing, inOrder);
  const onKeyDown = (event: KeyboardEvent) => {
    const current = lines[at];
    if (hands?.pressed(event, current?.kind === "row" ? idOf(current.row) : undefined, move)) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 12, PageUp: -12, Home: -lines.length, End: lines.length };
    const step = steps[event.key];
    const line = lines[at];
    if (step !== undefined) move(step);
    else if (event.key === "Enter" && line?.kind === "row") onOpen?.(line.row);
    else return;
    event.preventDefault();
  };
  // J and K move through the list wherever the focus is on the page.
  useKeys({ j: () => void move(1), k: () => void move(-1) });
  const toggle = (column: string) =>
    setSorted((now) => (now?.column !== column ? { column, down: "no" } : now.down === "no" ? { column, down: "yes" } : null));

  const headings = () => [...(scroller.current?.querySelectorAll<HTMLElement>("[role=columnheader]:not(.table-choice)") ?? [])].map((head) => head.textContent.trim());

  const template = { gridTemplateColumns: [...(choosing ? ["28px"] : []), ...columns.map((column) => column.width)].join(" ") };
  return (
    <div className="table-area">
      {(filter === "shown" || tools) && (
        <div className="table-tools">
          {filter === "shown" && (
            <input
              className="input"
              type="search"
              placeholder={t("app-filter")}
              aria-label={t("app-filter")}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              data-testid={`${testid}-filter`}
            />
          )}
          {typed && (
            <span className="faint small">
              <T id="app-rows-shown" args={{ shown: shown.length, all: rows.length }} />
            </span>
          )}
          {tools}
          {filter === "shown" && <TableExport label={label} testid={testid} table={() => ({ headings: headings(), numbers: columns.map((column) => column.align === "number"), rows: shown.map((row) => columns.map((column) => column.plain?.(row) ?? "")) })} />}
        </div>
      )}
      {choosing && hands && <ChosenBar choosing={choosing} hands={hands} testid={testid} />}
      <div
        ref={scroller}
        className="table"
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + (choosing ? 1 : 0)}
        aria-activedescendant={at >= 0 ? `${base}-${at}` : undefined}
        data-testid={testid}
        onKeyDown={onKeyDown}
        onCopy={(event) => {
          if (document.getSelection()?.toString()) return;
          event.clipboardData.setData("text/plain", shown.map((row) => columns.map((column) => column.plain?.(row) ?? "").join("\t")).join("\n"));
          event.preventDefault();
        }}
      >
        <div className="table-head" role="row" aria-rowindex={1} style={template}>
          {choosing && hands && (
            <span role="columnheader" className="table-choice">
              <ChoiceBox label={t("many-choose-all")} checked={hands.areAll ? "yes" : choosing.chosen.size > 0 ? "some" : "no"} onChange={hands.toggleAll} testid={`${testid}-choose-all`} />
            </span>
          )}
          {columns.map((column) => {
            const direction = sorted?.column === column.id ? (sorted.down === "yes" ? "descending" : "ascending") : undefined;
            return (
              <span key={column.id} role="columnheader" aria-sort={direction} className={column.align === "number" ? "table-number" : undefined}>
                {column.sort ? (
                  <button type="button" tabIndex={-1} onClick={() => toggle(column.id)} data-testid={`${testid}-sort-${column.id}`}>
                    {column.title}
                    {direction && <Icon name={direction === "ascending" ? "up" : "down"} />}
                  </button>
                ) : (
                  column.title
                )}
              </span>
            );
          })}
        </div>
        {lines.length === 0 && (empty ?? <NothingFound />)}
        <div style={{ height: virtual.getTotalSize(), position: "relative" }} role="rowgroup">
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            const place = { transform: `translateY(${item.start}px)` };
            if (line.kind === "group") {
              return (
                <div key={item.key} ref={virtual.measureElement} data-index={item.index} className="table-group" style={place} role="row" aria-rowindex={item.index + 2}>
                  <span role="gridcell" aria-colspan={columns.length + (choosing ? 1 : 0)} style={{ display: "contents" }}>
                    {renderGroup?.(line.group)}
                  </span>
                </div>
              );
            }
            const id = idOf(line.row);
            return (
              <div
                key={item.key}
                id={`${base}-${item.index}`}
                ref={virtual.measureElement}
                data-index={item.index}
                data-row={id}
                data-testid={`${testid}-row`}
                className={rowsAlign === "top" ? "table-row table-top" : "table-row"}
                style={{ ...template, ...place }}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={id === selected}
                onClick={(event) => {
                  if (!hands?.clicked(event, id)) onSelect?.(line.row);
                }}
                onDoubleClick={() => onOpen?.(line.row)}
              >
                {choosing && hands && (
                  <span role="gridcell" className="table-choice">
                    <ChoiceBox label={t("many-choose-one", { label: choosing.nameOf(line.row) })} checked={choosing.chosen.has(id) ? "yes" : "no"} onChange={() => hands.toggle(id)} testid={`${testid}-choose`} />
                  </span>
                )}
                {columns.map((column) => (
                  <span key={column.id} role="gridcell" className={column.align === "number" ? "table-number" : undefined}>
                    {column.render(line.row)}
                  </span>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function NothingFound() {
  return (
    <p className="empty">
      <T id="app-nothing-found" />
    </p>
  );
}

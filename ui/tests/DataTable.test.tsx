import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render as draw, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { setHost } from "@/api/host";
import { newMemory } from "@/api/useQuery";
import { type Column, DataTable, useChosen } from "@/design";
import { hostThat, reply } from "./window";

interface Row {
  id: string;
  name: string;
  amount: number;
}

const ROWS: Row[] = Array.from({ length: 10_000 }, (_, index) => ({ id: `r${index}`, name: `第 ${index} 项 item ${index}`, amount: (index * 7919) % 10_000 }));
const COLUMNS: Column<Row>[] = [
  { id: "name", title: "Name", width: "1fr", plain: (row) => row.name, render: (row) => row.name },
  { id: "amount", title: "Amount", width: "80px", align: "number", plain: (row) => String(row.amount), sort: (a, b) => a.amount - b.amount, render: (row) => row.amount },
];

function Sheet({ onOpen }: { onOpen?: (row: Row) => void }) {
  const [selected, setSelected] = useState<string | null>(null);
  return <DataTable testid="sheet" label="Sheet" rows={ROWS} columns={COLUMNS} idOf={(row) => row.id} selected={selected} onSelect={(row) => setSelected(row.id)} onOpen={onOpen} />;
}

const render = (page: React.ReactNode) => draw(<QueryClientProvider client={newMemory()}>{page}</QueryClientProvider>);
const rows = () => screen.getAllByTestId("sheet-row");
const chosen = () => rows().find((row) => row.getAttribute("aria-selected") === "true")?.dataset["row"];

test("of ten thousand rows only those in sight are drawn, and all are counted", () => {
  render(<Sheet />);
  expect(rows().length).toBeLessThan(60);
  expect(screen.getByTestId("sheet").getAttribute("aria-rowcount")).toBe("10001");
});

test("arrows, J and K move, Enter opens what is chosen", () => {
  const onOpen = vi.fn();
  render(<Sheet onOpen={onOpen} />);
  const grid = screen.getByTestId("sheet");
  fireEvent.keyDown(grid, { key: "ArrowDown" });
  fireEvent.keyDown(grid, { key: "j" });
  fireEvent.keyDown(grid, { key: "ArrowDown" });
  fireEvent.keyDown(grid, { key: "k" });
  expect(chosen()).toBe("r1");
  expect(document.getElementById(grid.getAttribute("aria-activedescendant") ?? "")?.dataset["row"]).toBe("r1");
  fireEvent.keyDown(grid, { key: "Enter" });
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(ROWS[1]);
});

test("a head sorts up, down and back, and says so", async () => {
  const person = userEvent.setup();
  render(<Sheet />);
  const head = screen.getByRole("columnheader", { name: "Amount" });
  await person.click(within(head).getByRole("button"));
  expect(head.getAttribute("aria-sort")).toBe("ascending");
  expect(rows()[0]?.textContent).toContain("item 0");
  await person.click(within(head).getByRole("button"));
  expect(head.getAttribute("aria-sort")).toBe("descending");
  expect(rows()[0]?.textContent.endsWith("9999")).toBe(true);
  await person.click(within(head).getByRole("button"));
  expect(head.getAttribute("aria-sort")).toBeNull();
});

test("words filter in either language, and copying takes what is left", async () => {
  const person = userEvent.setup();
  render(<Sheet />);
  await person.type(screen.getByTestId("sheet-filter"), "第 1234 项");
  expect(rows().map((row) => row.dataset["row"])).toEqual(["r1234"]);
  const setData = vi.fn();
  fireEvent.copy(screen.getByTestId("sheet"), { clipboardData: { setData } });
  expect(setData).toHaveBeenCalledWith("text/plain", `${ROWS[1234]?.name ?? ""}\t${ROWS[1234]?.amount ?? ""}`);
});

test("a table goes out as it is shown, filtered and sorted, under its heads", async () => {
  let asked: unknown;
  setHost(
    hostThat({
      call: (command, request) => {
        asked = { command, request };
        return Promise.resolve(reply({ path: "/home/zhao/Sheet.csv", rows: 3 }));
      },
      saveFile: () => Promise.resolve("/home/zhao/Sheet.csv"),
    }),
  );
  render(<Sheet />);
  fireEvent.change(screen.getByTestId("sheet-filter"), { target: { value: "item 999" } });
  fireEvent.click(screen.getByTestId("sheet-sort-amount"));
  fireEvent.click(screen.getByTestId("sheet-export"));
  const shown = ROWS.filter((row) => row.name.includes("item 999")).sort((a, b) => a.amount - b.amount);
  await waitFor(() => expect(asked).toMatchObject({
    command: "export_table",
    request: {
      path: "/home/zhao/Sheet.csv",
      columns: [{ heading: "Name", holds: "text" }, { heading: "Amount", holds: "number" }],
      rows: shown.map((row) => [row.name, String(row.amount)]),
    },
  }));
});

const IDS = ROWS.map((row) => row.id);

function Chosen({ heard }: { heard: (list: string[]) => void }) {
  const [selected, setSelected] = useState<string | null>(null);
  const { chosen, choose, list } = useChosen(IDS);
  heard(list);
  const choosing = { chosen, onChoose: choose, nameOf: (row: Row) => row.name, acts: <button type="button">all of them</button> };
  return <DataTable testid="sheet" label="Sheet" rows={ROWS} columns={COLUMNS} idOf={(row) => row.id} selected={selected} onSelect={(row) => setSelected(row.id)} choosing={choosing} />;
}

test("Space, Shift with the arrows, Ctrl-A and Esc choose rows, and what can be done stands above them", () => {
  let now: string[] = [];
  render(<Chosen heard={(list) => (now = list)} />);
  const grid = screen.getByTestId("sheet");
  expect(screen.queryByTestId("sheet-chosen")).toBeNull();
  fireEvent.keyDown(grid, { key: "ArrowDown" });
  fireEvent.keyDown(grid, { key: " " });
  expect(now).toEqual(["r0"]);
  fireEvent.keyDown(grid, { key: "ArrowDown", shiftKey: true });
  fireEvent.keyDown(grid, { key: "ArrowDown", shiftKey: true });
  expect(now).toEqual(["r0", "r1", "r2"]);
  expect(chosen()).toBe("r2");
  expect(screen.getByTestId("sheet-chosen").dataset["count"]).toBe("3");
  expect(screen.getByText("all of them")).toBeTruthy();
  fireEvent.keyDown(grid, { key: " " });
  expect(now).toEqual(["r0", "r1"]);
  fireEvent.keyDown(grid, { key: "a", ctrlKey: true });
  expect(now).toHaveLength(10_000);
  fireEvent.keyDown(grid, { key: "Escape" });
  expect(now).toEqual([]);
});

function at(elements: HTMLElement[], place: number): HTMLElement {
  const element = elements[place];
  if (!element) throw new Error(`there is no element ${place}`);
  return element;
}

test("a box chooses one row, Shift-click all up to another, and the head's box those that the filter leaves", () => {
  let now: string[] = [];
  render(<Chosen heard={(list) => (now = list)} />);
  const boxes = screen.getAllByTestId("sheet-choose");
  fireEvent.click(at(boxes, 1));
  expect(now).toEqual(["r1"]);
  fireEvent.click(at(rows(), 4), { shiftKey: true });
  expect(now).toEqual(["r1", "r2", "r3", "r4"]);
  fireEvent.click(at(rows(), 2), { ctrlKey: true });
  expect(now).toEqual(["r1", "r3", "r4"]);
  fireEvent.click(screen.getByTestId("sheet-choose-none"));
  fireEvent.change(screen.getByTestId("sheet-filter"), { target: { value: "item 777" } });
  fireEvent.click(screen.getByTestId("sheet-choose-all"));
  expect(now).toEqual(ROWS.filter((row) => row.name.includes("item 777")).map((row) => row.id));
});

import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { RegisterRow, SaveRecord } from "@/api/generated/api";
import { cellAt, gravity } from "@/features/register/kinds";
import { fieldsOf, saidRecord, typedRecord } from "@/features/register/shapes";
// Loaded beforehand, so that the first test does not wait for it.
import "@/features/register/Register";
import { fixture, openWindow, PROJECT, reply } from "./window";

const page = fixture("register_page");
const rowsOf = (kind: RegisterRow["kind"]) => page.rows.filter((row) => row.kind === kind);
const first = (kind: RegisterRow["kind"]): RegisterRow => {
  const [row] = rowsOf(kind);
  if (!row) throw new Error(`the sample has no ${kind}`);
  return row;
};

function open(answers: NonNullable<Parameters<typeof openWindow>[0]>["answers"] = {}) {
  const saved = vi.fn<(request: SaveRecord) => void>();
  openWindow({
    at: `/projects/${PROJECT}/register`,
    answers: {
      save_record: (request) => {
        saved(request as SaveRecord);
        return reply({ record: "any", number: "RK-99" });
      },
      ...answers,
    },
  });
  return { saved };
}

test("a form that nobody touched says the record as it is", () => {
  for (const { record, kind } of page.rows) {
    if (!record || kind === "open_issue") continue;
    const typed = typedRecord(kind, record, { today: page.today, currency: "CNY" });
    const { kind: _, ...said } = saidRecord(kind, typed) as Record<string, unknown>;
    const { kind: __, ...held } = fieldsOf(record) as Record<string, unknown>;
    expect(said).toEqual(held);
  }
});

test("a band is as grave as its place among the bands, whatever it is called", () => {
  const bands = [{ name: "low" }, { name: "medium" }, { name: "high" }, { name: "critical" }];
  expect(bands.map(({ name }) => gravity(name, bands))).toEqual([0, 1, 2, 3]);
  expect(gravity("rot", [{ name: "grün" }, { name: "rot" }])).toBe(3);
  expect(gravity("unknown", bands)).toBe(0);
});

test("a kind narrows the list, and a cell of the map narrows it to its risks", async () => {
  open();
  await userEvent.click(await screen.findByTestId("register-kind-risk"));
  const map = await screen.findByTestId("register-heat");
  const cell = page.risks.map.find(({ risks }) => risks.length > 0);
  if (!cell) throw new Error("no risk lies on the map");
  expect(cellAt(page.risks.map, cell)).toBe(cell);
  const pressed = within(map).getByTestId(`register-cell-${cell.probability}-${cell.impact}`);
  expect(pressed.dataset["count"]).toBe(String(cell.risks.length));
  await userEvent.click(pressed);
  await waitFor(() => expect(screen.getAllByTestId(/^register-row-RK-/)).toHaveLength(cell.risks.length));
  await userEvent.click(screen.getByTestId("register-heat-all"));
  await waitFor(() => expect(screen.getAllByTestId(/^register-row-RK-/).length).toBeGreaterThan(cell.risks.length));
});

test("an action is done by one press, and everything else of it stays", async () => {
  const { saved } = open();
  const row = rowsOf("action").find(({ is_open }) => is_open);
  if (!row?.record) throw new Error("the sample has no open action");
  await userEvent.click(await screen.findByTestId("register-kind-action"));
  await userEvent.click(await screen.findByTestId(`register-row-${row.number}`));
  await userEvent.click(await screen.findByTestId("register-act-done"));
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  expect(saved.mock.calls[0]?.[0]).toMatchObject({ record: row.id, number: row.number, fields: { ...fieldsOf(row.record), state: "done", done: page.today } });
});

test("a risk happens by its own command", async () => {
  const happened = vi.fn();
  open({
    risk_happened: (request) => {
      happened(request);
      return reply({ record: first("issue").id, number: "IS-99" });
    },
  });
  const row = rowsOf("risk").find(({ is_open }) => is_open) ?? first("risk");
  await userEvent.click(await screen.findByTestId("register-kind-risk"));
  await userEvent.click(await screen.findByTestId(`register-row-${row.number}`));
  await userEvent.click(await screen.findByTestId("register-act-happened"));
  await waitFor(() => expect(happened).toHaveBeenCalledWith({ risk: row.id }));
  // The issue that it became is shown, and the list goes with it.
  await waitFor(() => expect(screen.getByTestId("register-kind-issue").getAttribute("aria-checked")).toBe("true"));
});

test("a new risk is placed by pressing a cell and saved with its words", async () => {
  const { saved } = open();
  await userEvent.click(await screen.findByTestId("register-kind-risk"));
  await userEvent.click(await screen.findByTestId("register-add-risk"));
  await userEvent.type(await screen.findByTestId("register-field-title-en"), "Late part");
  await userEvent.click(screen.getByTestId("register-field-current-3-4"));
  await userEvent.click(screen.getByTestId("save-register"));
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  expect(saved.mock.calls[0]?.[0]).toMatchObject({
    record: null, number: null, fields: { kind: "risk", title: { en: "Late part", zh: "" }, current: { probability: 3, impact: 4 }, inherent: null, state: "open", money_at_stake: null },
  });
});

test("an empty register says what to do first", async () => {
  open({ register_page: () => reply({ ...page, rows: [], counts: page.counts.map((count) => ({ ...count, all: 0, open: 0, late: 0 })) }) });
  await userEvent.click(await screen.findByTestId("register-add-first"));
  expect(await screen.findByTestId("register-form")).toBeTruthy();
});

test("of what is never open all of it is counted", async () => {
  open();
  const lessons = rowsOf("lesson").length;
  expect(lessons).toBeGreaterThan(0);
  expect((await screen.findByTestId("register-kind-lesson")).textContent).toContain(String(lessons));
  expect(screen.getByTestId("register-kind-decision").textContent).toContain(String(rowsOf("decision").length));
});

test("what a lesson is about may be of several words", () => {
  const typed = { ...typedRecord("lesson", null, { today: page.today, currency: "CNY" }), tags: "site access、racks, , keys" };
  expect(saidRecord("lesson", typed)).toMatchObject({ tags: ["site access", "racks", "keys"] });
});

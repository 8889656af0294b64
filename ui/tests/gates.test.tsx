import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { GateStanding, SaveRecord } from "@/api/generated/api";
import { argsOf, gateWith, handOverWith } from "@/features/gate/tones";
// Loaded beforehand, so that the first test does not wait for it.
import "@/features/gate/Gates";
import { fixture, openWindow, PROJECT, reply } from "./window";

const view = fixture("gates");
const gates = view.lines.flatMap((line) => line.gates);
const at = (number: string): GateStanding => {
  const found = gates.find(({ record }) => record.number === number);
  if (!found) throw new Error(`the sample has no ${number}`);
  return found;
};

function open(answers: NonNullable<Parameters<typeof openWindow>[0]>["answers"] = {}, query = "") {
  const saved = vi.fn<(request: SaveRecord) => void>();
  openWindow({
    at: `/projects/${PROJECT}/gates${query}`,
    answers: {
      save_record: (request) => {
        saved(request as SaveRecord);
        return reply({ record: "any", number: "GT-99" });
      },
      ...answers,
    },
  });
  return { saved };
}

test("each line shows its gates with their states, and no colour speaks alone", async () => {
  open();
  expect(await screen.findAllByTestId("gate-line")).toHaveLength(view.lines.filter((line) => line.gates.length > 0).length);
  for (const { record, state } of gates) {
    expect(screen.getByTestId(`gate-${record.number}`).dataset["state"]).toBe(state);
    expect(screen.getByTestId(`gate-state-${record.number}`).textContent).not.toBe("");
  }
});

test("an open gate says what each condition rests on, why it does not hold and whose turn it is, and is not to be passed", async () => {
  open();
  await userEvent.click(await screen.findByTestId("gate-GT-06"));
  const panel = await screen.findByTestId("gate-panel");
  const unmet = at("GT-06").conditions.filter(({ verdict }) => verdict === "unmet");
  expect(unmet.length).toBeGreaterThan(0);
  for (const { key } of unmet) {
    const condition = within(panel).getByTestId(`gate-condition-${key}`);
    expect(condition.dataset["verdict"]).toBe("unmet");
    expect(within(condition).getByTestId("gate-turn").textContent).not.toBe("");
  }
  expect(screen.queryByTestId("gate-pass")).toBeNull();
});

test("a gate that lets through is passed by its button", async () => {
  const passed = vi.fn();
  const ready: GateStanding = { ...at("GT-06"), state: "ready", verdict: "met", lets_through: true, conditions: [] };
  open({
    gates: () => reply({ ...view, lines: [{ stack: null, title: null, stages: [], gates: [ready] }] }),
    pass_gate: (request) => {
      passed(request);
      return reply({ on: view.today, waived: 0 });
    },
  });
  await userEvent.click(await screen.findByTestId("gate-GT-06"));
  await userEvent.click(await screen.findByTestId("gate-pass"));
  await waitFor(() => expect(passed).toHaveBeenCalledWith({ gate: ready.record.id }));
});

test("a gate is planned by its form, and everything else of it stays", async () => {
  const { saved } = open();
  await userEvent.click(await screen.findByTestId("gate-GT-07"));
  await userEvent.click(await screen.findByTestId("gate-edit"));
  await userEvent.type(await screen.findByTestId("gate-form-title-en"), "!");
  await userEvent.click(screen.getByTestId("save-gate"));
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  const { record } = at("GT-07");
  expect(saved.mock.calls[0]?.[0]).toMatchObject({
    record: record.id, number: record.number, fields: { kind: "gate", title: { en: `${record.title.en.words}!` }, conditions: record.conditions, planned: record.planned },
  });
});

test("a check is found by a link, and its form says it as it is", async () => {
  const check = view.checks.find(({ record }) => record.number === "SOV-09");
  if (!check) throw new Error("the sample has no SOV-09");
  const { saved } = open({}, `?record=${check.record.id}`);
  const form = await screen.findByTestId("gate-check-form");
  await userEvent.type(within(form).getByTestId("gate-check-note-en"), " Asked.");
  await userEvent.click(screen.getByTestId("save-gate-check"));
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  const { evidence, state, lasts, gate } = check.record;
  expect(saved.mock.calls[0]?.[0]).toMatchObject({ record: check.record.id, fields: { kind: "gate_check", evidence, state, lasts, gate } });
});

test("a point of a hand-over is ticked, and a promise without a requirement is told", async () => {
  const { saved } = open();
  await userEvent.click(await screen.findByTestId("gate-view-hand_overs"));
  expect((await screen.findByTestId("promise-PR-04")).dataset["traced"]).toBe("no");
  const handOver = view.hand_overs.find(({ record }) => record.number === "HO-02");
  if (!handOver) throw new Error("the sample has no HO-02");
  await userEvent.click(screen.getByTestId("hand-over-HO-02-monitoring"));
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  const items = handOver.record.items.map((item) => (item.key === "monitoring" ? { ...item, done: view.today } : item));
  expect(saved.mock.calls[0]?.[0]).toMatchObject({ record: handOver.record.id, fields: { kind: "hand_over", items, promises: handOver.record.promises } });
});

test("a promise gets the next key of its hand-over", async () => {
  const { saved } = open();
  await userEvent.click(await screen.findByTestId("gate-view-hand_overs"));
  await userEvent.click(await screen.findByTestId("hand-over-promise-HO-01"));
  await userEvent.type(await screen.findByTestId("promise-text-en"), "Soon");
  await userEvent.click(screen.getByTestId("save-promise"));
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  const fields = saved.mock.calls[0]?.[0].fields;
  if (fields?.kind !== "hand_over") throw new Error("no hand-over was saved");
  expect(fields.promises.at(-1)).toEqual({ key: "PR-05", text: { en: "Soon", zh: "" }, made_to: null, due: null, requirement: null });
});

test("what is saved of a record is all of it but what acts write", () => {
  const { record } = at("GT-04");
  const { fields } = gateWith(record, { planned: "2026-12-01" });
  expect(fields).not.toHaveProperty("passage");
  expect(fields).toMatchObject({ kind: "gate", planned: "2026-12-01", conditions: record.conditions });
  for (const { record: each } of view.hand_overs) expect(handOverWith(each, {}).fields).toMatchObject({ items: each.items, promises: each.promises });
  expect(argsOf({ kind: "expired", on: "2026-09-24" })["on"]).toEqual({ en: "24 Sep 2026", zh: "2026年9月24日" });
});

test("a project without gates says what to do first", async () => {
  open({ gates: () => reply({ ...view, lines: [], checks: [], hand_overs: [], evidence: [], waiting: 0 }) });
  expect(await screen.findByTestId("gate-empty")).toBeTruthy();
  await userEvent.click(screen.getByTestId("gate-set-up"));
  expect(await screen.findByTestId("gate-set-up-dialog")).toBeTruthy();
});

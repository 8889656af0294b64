import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { CommandName, FinishLine, LineAct, PostponeLine, Today, TodayItem } from "@/api/generated/api";
import { scaleOf } from "../src/features/project/timeline";
import { fixture, openWindow, reply } from "./window";

const words = (en: string, zh: string) => ({ en: { words: en, state: "reviewed" as const }, zh: { words: zh, state: "reviewed" as const } });

const item = (record: string, acts: LineAct[], title: string): TodayItem => ({
  urgency: "soon", project: "p", project_title: words("Heron", "苍鹭"), record, due: "2026-10-05", working_days: 3, calendar: "cn", owner: null, acts,
  what: { kind: "action_due", number: `AC-${record}`, title: words(title, title) },
});

const view = (more: Partial<Today>): Today => ({ ...fixture("today"), items: [], item_count: 0, waiting_for: [], waiting_for_count: 0, postponed: 0, next: null, notices: { notices: [], count: 0 }, ...more });

function open(today: Today, answers: Partial<Record<CommandName, (request: unknown) => ReturnType<typeof reply>>> = {}) {
  return openWindow({ answers: { today: () => reply(today), ...answers } });
}

test("the chosen line is done by E, and where there is no act of its own E says so", async () => {
  const finished: FinishLine[] = [];
  const items = [item("1", ["finish", "hand_over"], "Call"), item("2", [], "Wait")];
  open(view({ items, item_count: 2 }), {
    finish_line: (request) => {
      finished.push(request as FinishLine);
      return reply({});
    },
  });
  await screen.findAllByTestId("today-item");
  await userEvent.keyboard("e");
  await waitFor(() => expect(finished).toEqual([{ line: { kind: "action_due", record: "1" } }]));
  await userEvent.keyboard("j");
  expect(screen.getAllByTestId("today-item").map((line) => line.getAttribute("aria-current"))).toEqual(["false", "true"]);
  await userEvent.keyboard("e");
  expect(await screen.findByText(/has no act of its own/)).toBeTruthy();
  await userEvent.keyboard("d");
  expect(await screen.findByText(/belongs to nobody/)).toBeTruthy();
  expect(finished).toHaveLength(1);
});

test("S puts the line off to a week later unless another day is given", async () => {
  const postponed: PostponeLine[] = [];
  open(view({ items: [item("1", ["finish"], "Call")], item_count: 1 }), {
    postpone_line: (request) => {
      postponed.push(request as PostponeLine);
      return reply({});
    },
  });
  await screen.findAllByTestId("today-item");
  await userEvent.keyboard("s");
  await screen.findByTestId("today-later-dialog");
  await userEvent.click(screen.getByTestId("today-later-save"));
  await waitFor(() => expect(postponed).toEqual([{ line: { kind: "action_due", record: "1" }, until: "2026-10-05" }]));
});

test("ten lines stand first, and all of them on request", async () => {
  const asked: unknown[] = [];
  const items = [item("1", [], "Call")];
  openWindow({
    answers: {
      today: (request) => {
        asked.push(request);
        return reply(view({ items, item_count: 23 }));
      },
    },
  });
  const all = await screen.findByTestId("today-all");
  expect(all.textContent).toContain("23");
  expect(asked).toEqual([{ limit: 10 }]);
  await userEvent.click(all);
  await waitFor(() => expect(asked).toEqual([{ limit: 10 }, {}]));
});

test("an empty Today says what comes next and when", async () => {
  open(view({ next: item("9", [], "Renewal") }));
  const next = await screen.findByTestId("today-next");
  expect(next.textContent).toContain("Renewal");
  expect(next.textContent).toContain("2026");
});

test("a notice is dismissed with a reason and never without", async () => {
  const dismissed: unknown[] = [];
  const notice = fixture("today").notices.notices[0];
  if (!notice) throw new Error("the sample has no notice");
  open(view({ notices: { notices: [notice], count: 1 } }), {
    dismiss_notice: (request) => {
      dismissed.push(request);
      return reply({});
    },
  });
  const line = await screen.findByTestId("today-notice");
  expect(line.textContent).toContain(notice.title.en);
  await userEvent.click(within(line).getByTestId("notice-dismiss"));
  await screen.findByTestId("notice-dismiss-dialog");
  await userEvent.click(screen.getByTestId("notice-dismiss-save"));
  expect(dismissed).toEqual([]);
  await userEvent.type(screen.getByTestId("notice-dismiss-reason"), "Known");
  await userEvent.click(screen.getByTestId("notice-dismiss-save"));
  await waitFor(() => expect(dismissed).toEqual([{ fingerprint: notice.fingerprint, reason: "Known" }]));
});

test("the line of time holds whole months and puts a day where it lies", () => {
  const portfolio = {
    today: "2026-02-15", blocked: [],
    projects: [{
      project: "p", number: "1", title: words("A", "甲"), client: words("B", "乙"), manager: words("C", "丙"), health: { health: "on_track" as const, reasons: [] },
      stage: null, stages: [], rounds: [], clock: null, blocked: [], notices: 0,
      payments: [{ milestone: "m", title: words("First", "首付"), amount: "1.00", currency: "CNY", state: "open" as const, day: "2026-03-02" }],
    }],
  };
  const { at, months } = scaleOf(portfolio);
  expect(months).toEqual(["2026-02-01", "2026-03-01"]);
  // February has 28 days and March 31.
  expect(at("2026-02-01")).toBe(0);
  expect(at("2026-03-01")).toBeCloseTo((28 / 59) * 100);
  expect(at("2026-02-15")).toBeCloseTo((14 / 59) * 100);
});

import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Question, WorkingDaysCounted } from "@/api/generated/api";
import { openWindow, reply } from "./window";

const CALENDARS = [
  { key: "cn", name: { en: "Mainland China", zh: "中国大陆" }, known: { from: 2020, to: 2026 } },
  { key: "sg", name: { en: "Singapore", zh: "新加坡" }, known: { from: 2024, to: 2027 } },
];
const NATIONAL = { en: "National Day", zh: "国庆节" };

/** The days of 2026; every other year is unknown. */
function year(asked: number) {
  const days = [
    { from: "2026-09-20", to: "2026-09-20", kind: "work", name: NATIONAL },
    { from: "2026-10-01", to: "2026-10-07", kind: "off", name: NATIONAL },
  ];
  const isKnown = asked === 2026;
  return { name: CALENDARS[0]?.name, year: asked, basis: { provisional: [], unknown: isKnown ? [] : [{ from: asked, to: asked }] }, days: isKnown ? days : [] };
}

function open(answer: (question: Question, keys: string[]) => WorkingDaysCounted) {
  return openWindow({
    at: "/library",
    answers: {
      list_calendars: () => reply({ calendars: CALENDARS }),
      show_calendar: (request) => reply(year((request as { year: number }).year)),
      working_days: (request) => {
        const { calendars, question } = request as { calendars: { key: string }[]; question: Question };
        return reply(answer(question, calendars.map(({ key }) => key)));
      },
    },
  });
}

test("a year shows its days off and make-up days, and one that is not known says so", async () => {
  open(() => ({ found: { kind: "date", date: "2026-10-19" }, certainty: "certain", unsettled: [], exceptions: [] }));
  const days = await screen.findAllByTestId("calendar-day");
  expect(days.map((day) => day.dataset["kind"])).toEqual(["work", "off"]);
  await userEvent.click(screen.getByTestId("library-year-after"));
  await screen.findByTestId("calendar-unknown");
  expect(screen.queryAllByTestId("calendar-day")).toEqual([]);
});

test("days are counted by the chosen calendar as soon as they are typed, and what the count rests on is told", async () => {
  const asked: [Question, string[]][] = [];
  open((question, keys) => {
    asked.push([question, keys]);
    return {
      found: { kind: "date", date: "2027-01-11" },
      certainty: "provisional",
      unsettled: [{ calendar: "cn", name: { en: "Mainland China", zh: "中国大陆" }, provisional: [], unknown: [{ from: 2027, to: 2027 }] }],
      exceptions: [{ date: "2026-10-01", calendar: "cn", day: { kind: "day_off", name: NATIONAL } }],
    };
  });
  const answer = await screen.findByTestId("count-answer");
  expect(asked[0]).toEqual([{ ask: "add", event: "2026-09-28", working_days: 10 }, ["cn"]]);
  expect(answer.dataset["certainty"]).toBe("provisional");
  expect(answer.textContent).toContain("not known");
  expect(screen.getByTestId("count-named").textContent).toContain("National Day");
  await userEvent.click(screen.getByTestId("calendar-sg"));
  await waitFor(() => expect(asked.at(-1)?.[1]).toEqual(["sg"]));
});

test("lessons of every project stand in the library, and each leads to the register that it comes from", async () => {
  const text = (en: string, zh: string) => ({ en: { words: en, state: "reviewed" }, zh: { words: zh, state: "reviewed" } });
  const lesson = { kind: "lesson", id: "l-1", project: "p-1", stack: null, number: "LS-01", title: text("Order early", "尽早订货"), text: text("Order early, and twice.", "尽早订货，分两批。"), tags: ["procurement"], source: "IS-02" };
  openWindow({
    at: "/library",
    answers: {
      list_calendars: () => reply({ calendars: [] }),
      list_records: (request) => {
        expect(request).toEqual({ project: null, kinds: ["lesson"] });
        return reply({ records: [lesson] });
      },
      list_projects: () => reply({ projects: [{ project: { id: "p-1", title: text("Harbour", "港湾") } }] }),
    },
  });
  await userEvent.click(await screen.findByText("Lessons learned"));
  const table = await screen.findByTestId("lessons");
  await waitFor(() => expect(table.textContent).toContain("Harbour"));
  expect(table.textContent).toContain("procurement");
  await userEvent.click(screen.getByText("Order early, and twice."));
  await waitFor(() => expect(window.location.hash).toBe("#/projects/p-1/register?record=l-1"));
});

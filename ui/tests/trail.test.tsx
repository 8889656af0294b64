import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { CompareRequest, Comparison, ListEntries, VerifyReport } from "@/api/generated/api";
import { host, setHost } from "@/api/host";
import { asked, EVERYTHING, isNarrow, zoneOf } from "@/features/journal/narrowing";
import { fixture, openWindow, PROJECT, reply } from "./window";

const JOURNAL = `/projects/${PROJECT}/journal`;

test.each([
  [{ from: "2026-09-28", until: null }, { from: "2026-09-28T00:00:00+08:00", until: null }],
  [{ from: null, until: "2026-09-30" }, { from: null, until: "2026-10-01T00:00:00+08:00" }],
  [{ from: "2026-12-31", until: "2026-12-31" }, { from: "2026-12-31T00:00:00+08:00", until: "2027-01-01T00:00:00+08:00" }],
])("the days %o are asked for from midnight to midnight of their zone", (days, expected) => {
  expect(asked({ ...EVERYTHING, ...days }, "+08:00")).toMatchObject(expected);
});

test("a zone is read from a moment, and nothing chosen is no filter", () => {
  expect(zoneOf("2026-09-28T10:00:00.5-05:00")).toBe("-05:00");
  expect(zoneOf("2026-09-28T10:00:00Z")).toBe("+00:00");
  expect([isNarrow(EVERYTHING), isNarrow({ ...EVERYTHING, noun: "person" })]).toEqual([false, true]);
});

test("the journal asks the engine for who and what is chosen, and an empty answer offers to clear the filter", async () => {
  const person = userEvent.setup();
  const requests: ListEntries[] = [];
  openWindow({
    at: JOURNAL,
    answers: {
      list_entries: (request) => {
        const wanted = request as ListEntries;
        requests.push(wanted);
        return reply(wanted.noun ? { entries: [], more: "no" } : fixture("list_entries"));
      },
    },
  });
  await screen.findAllByTestId("journal-table-row");
  fireEvent.mouseDown(within(screen.getByTestId("filter-noun")).getByRole("combobox"));
  await person.click(await screen.findByTitle("document"));
  await screen.findByTestId("journal-filtered-empty");
  expect(requests.at(-1)).toMatchObject({ noun: "document", actor: null, from: null, before: null });
  await person.click(screen.getByTestId("clear-filter-here"));
  await screen.findAllByTestId("journal-table-row");
  expect(screen.queryByTestId("clear-filter")).toBeNull();
});

test("a trail is signed and written where the person says, and the way to check it is offered", async () => {
  const person = userEvent.setup();
  const written: unknown[] = [];
  openWindow({
    at: JOURNAL,
    answers: {
      export_trail: (request) => {
        written.push(request);
        return reply({ path: "/home/zhao/trail.jsonl", entries: 12, head: "workspace 12 ab", certificate: "cd", at: "2026-09-28T10:00:00+08:00" });
      },
    },
  });
  setHost({ ...host(), saveFile: () => Promise.resolve("/home/zhao/trail.jsonl") });
  await screen.findAllByTestId("journal-table-row");
  expect(screen.queryByTestId("export-trail")).toBeNull();
  fireEvent.mouseDown(within(screen.getByTestId("choose-trail")).getByRole("combobox"));
  await person.click(await screen.findByTitle(/^Whole workspace/));
  await person.click(await screen.findByTestId("export-trail"));
  await person.click(await screen.findByTestId("sign-trail"));
  expect((await screen.findByTestId("trail-exported")).textContent).toContain("12 entries");
  expect(written).toEqual([{ trail: { of: "workspace" }, path: "/home/zhao/trail.jsonl", key: { with: "room_key", witnesses: [] } }]);
  await person.click(screen.getByTestId("show-in-verify"));
  await waitFor(() => expect(window.location.hash).toBe("#/verify?path=%2Fhome%2Fzhao%2Ftrail.jsonl"));
});

test("the page Verify says what a trail's file is, and whether the open workspace knows it", async () => {
  const report: VerifyReport = {
    ...fixture("verify_file"),
    document: null,
    head: "other_trail",
    trail: {
      workspace: "Harbour", workspace_id: "w", trail: "stack:1", title: { en: "Shanghai", zh: "上海" }, project: null, exported_at: "2026-09-28T10:00:00+08:00", entries: 41, first: 1, last: 41, erased: 2, unproven: 1, left: [{ seq: 5, text: "#0000002a asked for it" }],
      head: "stack:1 41 ab",
    },
  };
  openWindow({ at: "/verify?path=/home/zhao/trail.jsonl", answers: { verify_file: () => reply(report), look_for_head: () => reply({ standing: "other_workspace" }) } });
  const facts = await screen.findByTestId("verify-trail");
  expect(facts.textContent).toContain("41 entries read and fitting, of No. 1 to 41");
  expect(facts.textContent).toContain("A person was erased of 2 entries");
  expect((await screen.findByTestId("verify-trail-here")).textContent).toContain("of another workspace");
  expect(screen.getByTestId("verify-head-standing").textContent).toBe("The head is of another trail");
});

test("two moments stand side by side, and what was struck out or added is said, not only coloured", async () => {
  const requests: CompareRequest[] = [];
  const compared: Comparison = {
    label: { en: "R-025", zh: "R-025" },
    records: [
      {
        noun: "requirement", id: "r", label: { en: "R-025", zh: "R-025" }, change: "changed",
        fields: [
          {
            field: "title",
            before: { is: "named", words: { en: "within 30 minutes", zh: "三十分钟" } },
            after: { is: "named", words: { en: "within 45 minutes", zh: "三十分钟" } },
            words: {
              en: [{ standing: "kept", words: "within " }, { standing: "removed", words: "30" }, { standing: "added", words: "45" }, { standing: "kept", words: " minutes" }],
              zh: [{ standing: "kept", words: "三十分钟" }],
            },
          },
        ],
      },
    ],
  };
  openWindow({
    at: `/projects/${PROJECT}/history/requirement/r?from=7`,
    language: "zh",
    answers: {
      compare: (request) => {
        requests.push(request as CompareRequest);
        return reply(compared);
      },
    },
  });
  // The Chinese reader is shown the English side too: only there something differs.
  expect((await screen.findByTestId("piece-removed")).textContent).toBe("删去： 30");
  expect(screen.getByTestId("piece-removed").tagName).toBe("DEL");
  expect(screen.getByTestId("piece-added").textContent).toBe("新增： 45");
  expect(requests).toEqual([{ record: { noun: "requirement", id: "r" }, from: 7, until: null }]);
});

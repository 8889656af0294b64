// Notices hear of acts by themselves, whoever wrote them.
import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { call, tellFailure } from "@/api/call";
import type { Wrote } from "@/api/generated/api";
import { notices } from "@/design";
import { openWindow, reply } from "./window";

afterEach(notices.clear);

const WROTE: Wrote = { seq: 7, act: "criterion_marked", args: { number: "3.2", mark: "passed" }, undo: "yes", project: null, of: null };
const answers = { mark_criterion: () => reply({}, { wrote: WROTE }) };
const request = {} as Parameters<typeof call<"mark_criterion">>[1];

test("an act is offered back though nobody called the notices", async () => {
  openWindow({ answers });
  await screen.findByTestId("page-today");
  await act(() => call("mark_criterion", request));
  expect((await screen.findByTestId("undo-toast")).dataset["act"]).toBe("criterion_marked");
});

test("an act whose effect is before the person's eyes is not named", async () => {
  openWindow({ answers });
  await screen.findByTestId("page-today");
  await act(() => call("mark_criterion", request, { toast: "quiet" }));
  expect(screen.queryByTestId("undo-toast")).toBeNull();
});

test("a failure that has no place of its own is said until it is closed", async () => {
  openWindow();
  await screen.findByTestId("page-today");
  act(() => tellFailure({ code: "internal", reason: "the test's own" }));
  await waitFor(() => expect(screen.getByTestId("notice-failure").dataset["code"]).toBe("internal"));
});

import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { call, hearActs } from "@/api/call";
import { STEPS } from "@/features/tour/steps";
import { openWindow, PROJECT, reply, type Wishes } from "./window";

const go = (path: string) => act(() => void (window.location.hash = path));
const step = () => screen.queryByTestId("tour")?.dataset["step"];
const wrote = (name: string) => reply({}, { wrote: { act: name, args: {}, seq: 1, undo: "yes", project: null } });

function onTour(done: readonly string[], more: Wishes = {}) {
  return openWindow({ ...more, settings: { tour: { standing: "running", done }, ...more.settings } });
}
const before = (name: string) => STEPS.slice(0, STEPS.findIndex((each) => each.name === name)).map((each) => each.name);

describe("the tour", () => {
  test("is not there unless it was begun, and never before a client", async () => {
    openWindow();
    await screen.findByTestId("page-today");
    expect(step()).toBeUndefined();
  });

  test("goes on by the act that it asks for and by no other", async () => {
    const { kept } = onTour([], { answers: { mark_criterion: () => wrote("criterion_marked"), save_round: () => wrote("round_edited") } });
    await waitFor(() => expect(step()).toBe("mark"));
    await act(() => call("save_round", {} as never));
    expect(step()).toBe("mark");
    await act(() => call("mark_criterion", {} as never));
    expect(step()).toBe("undo");
    expect(kept.at(-1)?.tour).toEqual({ standing: "running", done: ["mark"] });
  });

  test("sees that another language is read", async () => {
    const person = userEvent.setup();
    onTour(before("both"));
    await waitFor(() => expect(step()).toBe("both"));
    await person.click(screen.getByTestId("switch-language-zh"));
    expect(step()).toBe("find");
  });

  test("sees the journal only when it is gone to", async () => {
    onTour(before("journal"), { at: `/projects/${PROJECT}/journal` });
    await waitFor(() => expect(step()).toBe("journal"));
    go("/today");
    await screen.findByTestId("page-today");
    expect(step()).toBe("journal");
    go(`/projects/${PROJECT}/journal`);
    await waitFor(() => expect(step()).toBe("done"));
  });

  test("can be left at any step, and goes on there", async () => {
    const person = userEvent.setup();
    const { kept } = onTour(["mark"]);
    await person.click(await screen.findByTestId("leave-tour"));
    expect(step()).toBeUndefined();
    expect(kept.at(-1)?.tour).toEqual({ standing: "left", done: ["mark"] });
    go("/settings");
    await person.click(await screen.findByTestId("begin-tour"));
    expect(step()).toBe("undo");
  });

  test("once done stays done, and begins anew when it is asked for", async () => {
    const person = userEvent.setup();
    const all = STEPS.map(({ name }) => name);
    const { kept } = onTour(all);
    await waitFor(() => expect(step()).toBe("done"));
    await person.click(screen.getByTestId("leave-tour"));
    expect(kept.at(-1)?.tour).toEqual({ standing: "done", done: all });
    go("/settings");
    await person.click(await screen.findByTestId("begin-tour"));
    expect(step()).toBe("mark");
  });
});

test("who hears acts hears those that are written, until it stops", async () => {
  openWindow({ answers: { undo: () => wrote("undone"), back_up: () => reply({}) } });
  const heard: string[] = [];
  const stop = hearActs(({ act: name }) => heard.push(name));
  await call("undo", {});
  await call("back_up", {});
  stop();
  await call("undo", {});
  expect(heard).toEqual(["undone"]);
});

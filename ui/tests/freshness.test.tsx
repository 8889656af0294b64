import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { isStale } from "@/api/call";
import { COMMANDS, type CommandName, type Topic } from "@/api/generated/api";
import type { Failure } from "@/api/generated/api";
import { notices } from "@/design";
import { fixture, openWindow, PROJECT, reply } from "./window";

test("a query is stale exactly when one of the topics it reads is", () => {
  const topics: Topic[] = ["workspace", "projects", "parties", "scope", "acceptance", "documents", "journal"];
  for (const name of Object.keys(COMMANDS) as CommandName[]) {
    for (const topic of topics) expect(isStale(name, [topic]), `${name} ${topic}`).toBe(COMMANDS[name].reads.includes(topic));
  }
});

test("an act asks again for what it made stale and for nothing else, and offers to undo it", async () => {
  const person = userEvent.setup();
  const { asked } = openWindow({
    at: `/projects/${PROJECT}/overview`,
    answers: {
      set_stage: () =>
        reply({ project: PROJECT }, {
          stale: ["projects"],
          wrote: { act: "stage_set", args: { number: "HC-2026-014", en: "Trial run", zh: "试运行" }, seq: 141, undo: "yes", project: PROJECT },
        }),
      undo: () => reply({ act: "stage_set", args: {} }, { stale: ["projects"] }),
    },
  });
  await person.click((await screen.findAllByTestId("edit-stage"))[5] ?? document.body);
  asked.length = 0;
  await person.click(await screen.findByTestId("save-stage"));
  const toast = await screen.findByTestId("undo-toast");
  expect(toast.textContent).toContain("Set the stage “Trial run” of HC-2026-014");
  await waitFor(() => expect(asked).toContain("project_overview"));
  expect(asked).not.toContain("workspace_status");
  expect(asked).not.toContain("list_trails");

  asked.length = 0;
  await person.click(screen.getByTestId("undo-act"));
  await waitFor(() => expect(asked).toEqual(expect.arrayContaining(["undo", "project_overview"])));
});

test("a failure is said in the reader's language with the nouns of the record", async () => {
  openWindow({
    language: "zh",
    answers: {
      today: () => {
        const failure: Failure = { code: "not_found", noun: "payment_milestone" };
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- a failure crosses as data
        throw failure;
      },
    },
  });
  expect((await screen.findByTestId("failure")).textContent).toBe("该付款节点已不存在，页面已更新。");
});

test("a damaged file says where it is and whether there is a backup", async () => {
  openWindow();
  act(() => notices.failed({ code: "damaged", path: "/a.hefu", aside: "/a.hefu.damaged", backup: null }));
  expect((await screen.findByTestId("notice-failure")).textContent).toContain("there is no backup beside it");
  act(() => notices.failed({ code: "damaged", path: "/a.hefu", aside: "/a.hefu.damaged", backup: "/b.hefu" }));
  expect((await screen.findByTestId("notice-failure")).textContent).toContain("/b.hefu");
  act(() => notices.clear());
});

test("locking forgets everything that was shown", async () => {
  const person = userEvent.setup();
  const { asked } = openWindow({ answers: { lock_workspace: () => reply({ open: null, keychain: "available" }) } });
  await screen.findAllByTestId("today-item");
  await person.click(screen.getByTestId("lock-workspace"));
  expect(await screen.findByTestId("page-unlock")).toBeTruthy();
  expect(screen.queryByTestId("today-item")).toBeNull();
  expect(asked).toContain("lock_workspace");
  expect(fixture("today")).toBeTruthy();
});

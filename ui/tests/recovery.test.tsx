import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { OpenWorkspace } from "@/api/generated/api";
import { host, setHost } from "@/api/host";
import { fixture, openWindow, PROJECT, reply } from "./window";

const OPEN = fixture("workspace_status").open as OpenWorkspace;
const BACKUPS = fixture("list_backups");
const LOCKED = { open: null, keychain: "available" };

afterEach(() => vi.useRealTimers());

/** A workspace that is open until it is locked, and the other way round. */
function door(first: "open" | "locked") {
  let open = first === "open";
  return {
    workspace_status: () => reply(open ? { open: OPEN, keychain: "available" } : LOCKED),
    lock_workspace: () => {
      open = false;
      return reply(LOCKED);
    },
    open_workspace: () => {
      open = true;
      return reply(OPEN);
    },
    rotate_backups: () => reply({ made: [], removed: 0, second_folder: "not_chosen" }),
  };
}

test("nobody there for the chosen minutes: the workspace locks; a touch begins them anew", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { asked } = openWindow({ settings: { auto_lock: 5 }, answers: door("open") });
  await screen.findByTestId("page-today");
  await act(() => vi.advanceTimersByTimeAsync(4 * 60_000));
  fireEvent.keyDown(window, { key: "a" });
  await act(() => vi.advanceTimersByTimeAsync(4 * 60_000));
  expect(asked).not.toContain("lock_workspace");
  await act(() => vi.advanceTimersByTimeAsync(75_000));
  expect(asked).toContain("lock_workspace");
  expect(await screen.findByTestId("page-unlock")).toBeTruthy();
});

test("without a choice it never locks by itself, and a backup is asked for on opening and later", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const requests: unknown[] = [];
  const rotate_backups = (request: unknown) => {
    requests.push(request);
    return reply({ made: [], removed: 0, second_folder: "not_chosen" });
  };
  const { asked } = openWindow({ settings: { backup_folder: "/disk" }, answers: { ...door("open"), rotate_backups } });
  await screen.findByTestId("page-today");
  await act(() => vi.advanceTimersByTimeAsync(61 * 60_000));
  expect(asked).not.toContain("lock_workspace");
  expect(requests[0]).toEqual({ occasion: "opened", folder: "/disk" });
  expect(requests.slice(1)).toEqual(Array.from({ length: 6 }, () => ({ occasion: "interval", folder: "/disk" })));
});

test("unlocked again, also after a restart, the window is where it was in that workspace and nowhere else", async () => {
  const person = userEvent.setup();
  const place = { file: OPEN.path, path: `/projects/${PROJECT}/parties` };
  const { kept } = openWindow({ at: "", file: OPEN.path, settings: { place }, answers: door("locked") });
  await person.type(await screen.findByTestId("unlock-passphrase"), "the passphrase");
  await person.click(screen.getByTestId("unlock-workspace"));
  expect(await screen.findByTestId("page-parties")).toBeTruthy();
  await person.click(screen.getByTestId("open-scope"));
  await screen.findByTestId("page-scope");
  expect(kept.at(-1)?.place).toEqual({ file: OPEN.path, path: `/projects/${PROJECT}/scope` });
  await person.click(screen.getByTestId("lock-workspace"));
  await person.type(await screen.findByTestId("unlock-passphrase"), "the passphrase");
  await person.click(screen.getByTestId("unlock-workspace"));
  expect(await screen.findByTestId("page-scope")).toBeTruthy();
});

test("another workspace opens on its first page", async () => {
  const person = userEvent.setup();
  const place = { file: "/another.hefu", path: `/projects/${PROJECT}/parties` };
  openWindow({ at: "", file: OPEN.path, settings: { place }, answers: door("locked") });
  await person.type(await screen.findByTestId("unlock-passphrase"), "the passphrase");
  await person.click(screen.getByTestId("unlock-workspace"));
  expect(await screen.findByTestId("page-today")).toBeTruthy();
});

test.each([
  [null, "never", "No restore was rehearsed yet"],
  [{ is: "verified", entries: 117 }, "verified", "Last rehearsed restore: 28 Sep 2026, 117 entries, verified."],
  [{ is: "failed", fault: "diverged" }, "failed", "a.hefu is not of this workspace’s history"],
] as const)("the page says how the last rehearsal went: %j", async (outcome, is, sentence) => {
  const rehearsed = outcome && { at: "2026-09-28T09:12:00+08:00", file: "a.hefu", outcome };
  openWindow({ at: "/workspace", answers: { list_backups: () => reply({ ...BACKUPS, rehearsed }) } });
  const line = await screen.findByTestId("last-rehearsal");
  expect(line.dataset["outcome"]).toBe(is);
  expect(line.textContent.replace(/[\u2068\u2069]/g, "")).toContain(sentence);
});

test("on another computer a backup opens with the recovery sheet", async () => {
  const person = userEvent.setup();
  const asked: unknown[] = [];
  const answers = door("locked");
  openWindow({
    at: "",
    answers: {
      ...answers,
      restore_backup: (request) => {
        asked.push(request);
        return reply({ path: OPEN.path, entries: 117, journal: { is: "whole" } });
      },
      open_workspace: (request) => {
        asked.push(request);
        return answers.open_workspace();
      },
    },
  });
  setHost({ ...host(), chooseFile: () => Promise.resolve("/usb/taken.hefu"), saveFile: () => Promise.resolve(OPEN.path) });
  await person.click(await screen.findByTestId("start-restore"));
  await person.click(screen.getByTestId("restore-start-backup"));
  await person.click(screen.getByTestId("restore-start-path"));
  await person.click(screen.getByTestId("restore-start-by-recovery"));
  const run = screen.getByTestId<HTMLButtonElement>("restore-start-run");
  expect(run.disabled).toBe(true);
  await person.type(screen.getByTestId("restore-start-recovery-key"), "abcd-efgh");
  await person.click(run);
  await screen.findByTestId("page-today");
  const key = { by: "recovery", recovery_key: "abcd-efgh" };
  expect(asked).toEqual([{ backup: "/usb/taken.hefu", path: OPEN.path, key }, { path: OPEN.path, key }]);
});

test("before a person is erased it is said what goes and what stays, and a reason is asked for", async () => {
  const person = userEvent.setup();
  const whom = fixture("list_parties").people[0];
  let asked: unknown;
  openWindow({
    at: `/projects/${PROJECT}/parties`,
    answers: {
      erase_person: (request) => {
        asked = request;
        return reply({ label: "#9c41e07b", rows: 7, entries: 12 });
      },
    },
  });
  const table = await screen.findByTestId("people-table");
  await person.click(await within(table).findByText(new RegExp(whom?.name.en.words ?? "nobody")));
  await person.click(await screen.findByTestId("erase-person"));
  const stays = await screen.findByTestId("erase-stays");
  expect(stays.textContent).toContain("EV-003");
  expect(screen.getByTestId("erase-goes").textContent).toContain("#9c41e07b");
  const run = screen.getByTestId<HTMLButtonElement>("run-erase");
  expect(run.disabled).toBe(true);
  await person.type(screen.getByTestId("erase-reason"), " asked for by letter ");
  await person.click(run);
  expect(asked).toEqual({ person: whom?.id, reason: "asked for by letter" });
});

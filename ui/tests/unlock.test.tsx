import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Failure, OpenWorkspace, WorkspaceState } from "@/api/generated/api";
import { host, setHost } from "@/api/host";
import { fixture, openWindow, reply } from "./window";

const OPEN = (fixture("workspace_status") as WorkspaceState).open as OpenWorkspace;
const LOCKED = () => reply({ open: null, keychain: "available" });
const failing = (failure: Failure) => () => {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- a failure crosses as data
  throw failure;
};

/** As the shell does: once a workspace was made or opened, its state says so. */
function shell() {
  let open: OpenWorkspace | null = null;
  return { status: () => reply({ open, keychain: "available" }), enter: () => void (open = OPEN) };
}

test("a workspace is made only under a passphrase typed twice, and opens only when its recovery key is kept", async () => {
  const person = userEvent.setup();
  const { status, enter } = shell();
  let asked: unknown;
  openWindow({
    answers: {
      workspace_status: status,
      create_workspace: (request) => {
        asked = request;
        enter();
        return reply({ path: OPEN.path, name: "Harbour", recovery_key: "ABCD EFGH", made_at: "2026-09-28T09:00:00+08:00", opened: OPEN });
      },
    },
  });
  setHost({ ...host(), saveFile: () => Promise.resolve("/home/zhao/港城.hefu") });
  await person.click(await screen.findByTestId("new-workspace"));
  const make = screen.getByTestId<HTMLButtonElement>("create-workspace");
  await person.type(screen.getByTestId("create-name"), "Harbour");
  await person.type(screen.getByTestId("create-actor-zh"), "赵文琪");
  await person.click(screen.getByTestId("create-path"));
  await person.type(screen.getByTestId("create-passphrase"), "four 合符 ok");
  await person.type(screen.getByTestId("create-passphrase-again"), "four 合符 o");
  expect(make.disabled).toBe(true);
  await person.type(screen.getByTestId("create-passphrase-again"), "k");
  await person.click(make);
  expect(asked).toEqual({ path: "/home/zhao/港城.hefu", name: "Harbour", actor: { en: "", zh: "赵文琪" }, passphrase: "four 合符 ok", keychain: "forget" });

  expect((await screen.findByTestId("recovery-key")).textContent).toBe("ABCD EFGH");
  const done = screen.getByTestId<HTMLButtonElement>("finish-recovery-sheet");
  expect(done.disabled).toBe(true);
  await person.click(screen.getByTestId("acknowledge-recovery-sheet"));
  await person.click(done);
  expect(await screen.findByTestId("page-today")).toBeTruthy();
});

test("a wrong passphrase says what to do and keeps what was typed", async () => {
  const person = userEvent.setup();
  openWindow({ file: OPEN.path, answers: { workspace_status: LOCKED, open_workspace: failing({ code: "wrong_key", path: OPEN.path }) } });
  await person.type(await screen.findByTestId("unlock-passphrase"), "not this one");
  await person.click(screen.getByTestId("unlock-workspace"));
  expect((await screen.findByTestId("failure")).textContent).toContain("use the recovery key");
  expect(screen.getByTestId<HTMLInputElement>("unlock-passphrase").value).toBe("not this one");
});

test("the recovery key opens, too, and the way into a file is remembered", async () => {
  const person = userEvent.setup();
  const { status, enter } = shell();
  let asked: unknown;
  const { kept } = openWindow({
    file: OPEN.path,
    answers: {
      workspace_status: status,
      open_workspace: (request) => {
        asked = request;
        enter();
        return reply(OPEN);
      },
    },
  });
  await person.click(await screen.findByTestId("unlock-by-recovery"));
  await person.type(screen.getByTestId("unlock-recovery-key"), "abcd-efgh");
  await person.click(screen.getByTestId("unlock-workspace"));
  await screen.findByTestId("page-today");
  expect(asked).toEqual({ path: OPEN.path, key: { by: "recovery", recovery_key: "abcd-efgh" } });
  await waitFor(() => expect(kept.at(-1)?.recent).toEqual([OPEN.path]));
});

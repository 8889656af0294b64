import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Failure, OpenWorkspace, Reply, Vendor } from "@/api/generated/api";
import { host, setHost } from "@/api/host";
import { fixture, openWindow, reply } from "./window";

const OPEN = fixture("workspace_status").open as OpenWorkspace;
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
  expect((await screen.findByTestId("first-run-place")).dataset["step"]).toBe("2");
});

/** A window at the second step of a workspace that was just made; what was asked of the engine. */
async function atSecondStep() {
  const person = userEvent.setup();
  const { status, enter } = shell();
  const asked: [string, unknown][] = [];
  let vendor: Vendor | null = null;
  const tell = (command: string, answer: () => Reply) => (request: unknown) => {
    asked.push([command, request]);
    return answer();
  };
  openWindow({
    answers: {
      workspace_status: status,
      create_workspace: () => reply({ path: OPEN.path, name: "Harbour", recovery_key: "ABCD EFGH", made_at: "2026-09-28T09:00:00+08:00", opened: OPEN }),
      vendor_profile: () => reply({ vendor }),
      list_parties: () => reply({ organisations: [], people: [] }),
      save_vendor_profile: tell("save_vendor_profile", () => {
        vendor = VENDOR;
        return reply({ organisation: VENDOR.organisation.id }, { stale: ["parties"] });
      }),
      save_person: tell("save_person", () => reply({ person: "0190c0de-0000-7000-8000-000000000002" }, { stale: ["parties"] })),
      set_vendor_logo: tell("set_vendor_logo", () => reply({ sha256: "ab", width: 10, height: 10 }, { stale: ["parties"] })),
    },
  });
  setHost({ ...host(), saveFile: () => Promise.resolve("/home/zhao/港城.hefu"), chooseFile: () => Promise.resolve("/home/zhao/logo.png") });
  await person.click(await screen.findByTestId("start-new-workspace"));
  await person.type(screen.getByTestId("create-name"), "Harbour");
  await person.type(screen.getByTestId("create-actor-en"), "Zhao");
  await person.click(screen.getByTestId("create-path"));
  await person.type(screen.getByTestId("create-passphrase"), "four 合符 ok");
  await person.type(screen.getByTestId("create-passphrase-again"), "four 合符 ok");
  await person.click(screen.getByTestId("create-workspace"));
  await person.click(await screen.findByTestId("acknowledge-recovery-sheet"));
  await person.click(screen.getByTestId("finish-recovery-sheet"));
  await screen.findByTestId("first-run-who");
  return { person, asked, enter };
}

const named = (en: string, zh: string) => ({ en: { words: en, state: "draft" as const }, zh: { words: zh, state: "draft" as const } });
const VENDOR: Vendor = {
  organisation: {
    id: "0190c0de-0000-7000-8000-000000000001", kind: "vendor", name: named("Dongwei", "东维"), short_name: named("", ""), legal_id: "", calendar: "cn", jurisdiction: "CN",
    parent: null,
  },
  profile: {
    id: "0190c0de-0000-7000-8000-000000000003", organisation: "0190c0de-0000-7000-8000-000000000001", address: { en: "", zh: "" }, telephone: "", email: "", website: "",
    logo: null,
  },
  png: null,
};

test("the second step saves the organisation and her who works for it, and going back loses nothing", async () => {
  const { person, asked } = await atSecondStep();
  const save = screen.getByTestId<HTMLButtonElement>("first-run-save");
  expect(save.disabled, "nobody's profile is not saved").toBe(true);
  await person.type(screen.getByTestId("vendor-name-en"), "Dongwei");
  await person.type(screen.getByTestId("own-role-zh"), "项目经理");
  await person.click(save);
  await screen.findByTestId("first-run-begin");
  expect(asked.map(([command]) => command)).toEqual(["save_vendor_profile", "save_person"]);
  expect(asked[1]?.[1]).toMatchObject({ person: null, organisation: VENDOR.organisation.id, name: OPEN.actor, role: { en: "", zh: "项目经理" } });

  await person.click(screen.getByTestId("first-run-back"));
  expect((await screen.findByTestId<HTMLInputElement>("vendor-name-en")).value).toBe("Dongwei");
  expect(screen.getByTestId<HTMLInputElement>("own-role-zh").value).toBe("项目经理");
  await person.click(screen.getByTestId("first-run-back"));
  expect((await screen.findByTestId("recovery-key")).textContent).toBe("ABCD EFGH");
  expect(screen.getByTestId<HTMLButtonElement>("finish-recovery-sheet").disabled, "that it is kept was said").toBe(false);
  await person.click(screen.getByTestId("finish-recovery-sheet"));
  await person.click(await screen.findByTestId("first-run-save"));
  await screen.findByTestId("first-run-begin");
  expect(asked.at(-1)?.[1]).toMatchObject({ person: "0190c0de-0000-7000-8000-000000000002" });
});

test("a logo needs a name first, and choosing one saves what is typed", async () => {
  const { person, asked } = await atSecondStep();
  expect(screen.getByTestId<HTMLButtonElement>("choose-logo").disabled).toBe(true);
  await person.type(screen.getByTestId("vendor-name-zh"), "东维");
  await person.click(screen.getByTestId("choose-logo"));
  await waitFor(() => expect(asked.map(([command]) => command)).toEqual(["save_vendor_profile", "save_person", "set_vendor_logo"]));
  expect(asked.at(-1)?.[1]).toEqual({ path: "/home/zhao/logo.png" });
});

test("the second step can be left out, and the third leads to a first project", async () => {
  const { person, asked, enter } = await atSecondStep();
  await person.click(screen.getByTestId("first-run-skip"));
  enter();
  await person.click(await screen.findByTestId("first-project"));
  expect(await screen.findByTestId("project-dialog")).toBeTruthy();
  expect(asked).toEqual([]);
});

test("a wrong passphrase says what to do and keeps what was typed", async () => {
  const person = userEvent.setup();
  openWindow({ file: OPEN.path, answers: { workspace_status: LOCKED, open_workspace: failing({ code: "wrong_key", path: OPEN.path, tried: "passphrase" }) } });
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

import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { OpenWorkspace } from "@/api/generated/api";
import { nextSize, TEXT_SIZES } from "@/window/textSize";
import { day, grouped, moment, money, percent } from "@/design";
import { setFormats } from "@/design/formats";
import { fixture, openWindow, PROJECT, reply } from "./window";

const OPEN = fixture("workspace_status").open as OpenWorkspace;

afterEach(() => setFormats({ dates: "words", numbers: "comma" }));

describe("forms of days and figures", () => {
  test("a day is written in words or as ISO 8601 writes it, in both languages", () => {
    expect([day("2026-05-09", "en"), day("2026-05-09", "zh")]).toEqual(["9 May 2026", "2026年5月9日"]);
    setFormats({ dates: "iso", numbers: "comma" });
    expect([day("2026-05-09", "en"), day("2026-05-09T14:02:11+08:00", "zh")]).toEqual(["2026-05-09", "2026-05-09"]);
    expect(moment("2026-05-09T14:02:11+08:00", "en")).toBe("2026-05-09 14:02");
  });

  test("groups stand apart by a space that no line breaks at, and no digit is lost", () => {
    setFormats({ dates: "words", numbers: "space" });
    expect(grouped("1234567.89")).toBe("1\u00a0234\u00a0567.89");
    expect(grouped("-1000")).toBe("\u22121\u00a0000");
    expect(grouped("123")).toBe("123");
    expect(money("12345678901234567890.10", "CNY", "zh")).toBe("¥12\u00a0345\u00a0678\u00a0901\u00a0234\u00a0567\u00a0890.10");
    expect(percent("0.065")).toBe("6.5");
  });
});

describe("the page of settings", () => {
  const answers = { signing_identity: () => reply({ standing: "not_made", certificate_sha256: null }), vendor_profile: () => reply({ vendor: null }) };

  test("what is chosen holds at once, is kept, and holds on other pages", async () => {
    const person = userEvent.setup();
    const { kept } = openWindow({ at: "/settings", answers });
    const example = await screen.findByTestId("settings-example");
    expect(example.textContent).toContain("9 May 2026");
    await person.click(screen.getByTestId("date-style-iso"));
    await person.click(screen.getByTestId("number-style-space"));
    await person.click(screen.getByTestId("week-start-sunday"));
    expect(example.textContent).toContain("2026-05-09 · CNY\u00a01\u00a0234\u00a0567.89");
    expect(kept.at(-1)).toMatchObject({ dates: "iso", numbers: "space", week: "sunday" });
    act(() => void (window.location.hash = "/today"));
    await waitFor(() => expect(screen.getByTestId("page-today").textContent).toContain("2026-09-28"));
  });

  test("the text grows by steps and by keys, and never beyond the ends", async () => {
    const person = userEvent.setup();
    const { kept } = openWindow({ at: "/settings", answers });
    await person.click(await screen.findByTestId("text-size-150"));
    expect(kept.at(-1)?.text_size).toBe(150);
    await person.keyboard("{Control>}={/Control}");
    expect(kept.at(-1)?.text_size).toBe(175);
    await person.keyboard("{Control>}0{/Control}");
    expect(kept.at(-1)?.text_size).toBe(100);
    for (const [at, size] of TEXT_SIZES.entries()) {
      expect(nextSize(size, 1)).toBe(TEXT_SIZES[at + 1] ?? size);
      expect(nextSize(size, -1)).toBe(TEXT_SIZES[at - 1] ?? size);
    }
    expect([nextSize(120, 1), nextSize(120, -1)], "a size between the steps").toEqual([130, 115]);
  });

  test("as the system: the window follows it when it changes", async () => {
    const person = userEvent.setup();
    const heard = new Set<() => void>();
    let dark = false;
    const query = () => ({ matches: dark, addEventListener: (_: string, hear: () => void) => heard.add(hear), removeEventListener: () => undefined });
    const machine = vi.spyOn(window, "matchMedia").mockImplementation(() => query() as unknown as MediaQueryList);
    try {
      const { kept } = openWindow({ at: "/settings", answers });
      await person.click(await screen.findByTestId("settings-theme-system"));
      expect(kept.at(-1)?.theme).toBe("system");
      expect(document.documentElement.dataset["theme"]).toBe("light");
      dark = true;
      act(() => heard.forEach((hear) => hear()));
      expect(document.documentElement.dataset["theme"]).toBe("dark");
    } finally {
      machine.mockRestore();
    }
  });

  test("who works here is written to the record", async () => {
    const person = userEvent.setup();
    const saved = vi.fn(() => reply({ actor: { en: "Zhao Wenqi", zh: "赵文琪" } }));
    openWindow({ at: "/settings", answers: { ...answers, save_actor: saved } });
    const name = await screen.findByTestId("settings-actor-en");
    await person.type(name, " (PM){Enter}");
    await waitFor(() => expect(saved).toHaveBeenCalledWith({ actor: { en: `${OPEN.actor.en} (PM)`, zh: OPEN.actor.zh } }));
    expect(screen.getByTestId("signing-identity").dataset["standing"]).toBe("not_made");
  });

  test("before a workspace is open, what belongs to one is not there", async () => {
    openWindow({ at: "/settings", answers: { workspace_status: () => reply({ open: null, keychain: "available" }) } });
    expect(await screen.findByTestId("text-size")).toBeTruthy();
    for (const absent of ["settings-actor-en", "auto-lock", "change-passphrase"]) expect(screen.queryByTestId(absent), absent).toBeNull();
    expect(screen.getByTestId("settings-return")).toBeTruthy();
  });

  test("a presentation begins as it was chosen", async () => {
    const { shown } = openWindow({
      at: `/projects/${PROJECT}/present/notes`,
      settings: { dates: "iso", presentation: { language: "zh", theme: "dark", screen: "window" } },
    });
    const person = userEvent.setup();
    await person.click(await screen.findByTestId("notes-client-window"));
    await waitFor(() => expect(shown[0]).toMatchObject({ language: "zh", theme: "dark", dates: "iso" }));
  });
});

describe("this program", () => {
  const offered = (standing: string) => ({
    signing_identity: () => reply({ standing: "not_made", certificate_sha256: null }),
    vendor_profile: () => reply({ vendor: null }),
    inspect_update: () => reply({ path: "/x", version: "0.2.0", released: "2026-12-01", notes: { en: "New", zh: "新" }, installed: "0.1.0", standing }),
  });

  test.each(["same", "older", "other_system", "other_package"])("an update that is %s can be read and not installed", async (standing) => {
    const person = userEvent.setup();
    openWindow({ at: "/settings", answers: offered(standing), chosen: "/x" });
    await person.click(await screen.findByTestId("choose-update"));
    expect((await screen.findByTestId("update-standing")).dataset["standing"]).toBe(standing);
    expect(screen.queryByTestId("install-update")).toBeNull();
  });

  test("a copy that can trust no update says so and offers none", async () => {
    const program = () => reply({ version: "0.1.0", updates: "no_release_key" });
    openWindow({ at: "/settings", answers: { ...offered("newer"), program } });
    expect(await screen.findByTestId<HTMLButtonElement>("choose-update")).toHaveProperty("disabled", true);
    expect(screen.getByTestId("page-settings").textContent).toContain("without a release key");
  });
});

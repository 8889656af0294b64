import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "@/api/generated/api";
import { PLACES, ROUTES, SECTIONS, TABS } from "@/window/routes";
import { KEYS, MANUAL, messagesOf, pageOfPlace, picturesOf, titleOf } from "@/features/manual/pages";
import { pictureAt } from "@/features/manual/pictures";
import { find, marked, plain, runsOf, wordsIn } from "@/features/manual/text";
import { sayIn } from "@/i18n";
import { openWindow, PROJECT, reply } from "./window";

const FILES = import.meta.glob<string>("../../i18n/*/manual.ftl", { query: "?raw", import: "default", eager: true });
const SHOTS = import.meta.glob<string>("../../src-tauri/crates/xtask/src/shots.rs", { query: "?raw", import: "default", eager: true });
const LANGUAGES = ["en", "zh"] as const;
const NAMES = MANUAL.map(({ name }) => name);
const said = (language: "en" | "zh", id: string) => sayIn(language, id, {}) ?? "";
const closed = { workspace_status: () => reply({ open: null, keychain: "available" }) };
const hash = () => window.location.hash.slice(1);

describe("what is written", () => {
  test("each numbered message belongs to a page and each page has all of its messages", () => {
    const ofPages = new Set(MANUAL.flatMap(messagesOf));
    expect(Object.keys(FILES)).toHaveLength(LANGUAGES.length);
    for (const text of Object.values(FILES)) {
      const written = [...text.matchAll(/^(manual-[a-z-]+-(?:\d+|title|intro)) =/gm)].map(([, id = ""]) => id);
      expect(new Set(written)).toEqual(ofPages);
    }
  });

  test.each(LANGUAGES)("every mark and every reference is closed in %s", (language) => {
    for (const id of MANUAL.flatMap(messagesOf)) {
      expect(plain(said(language, id)), id).not.toMatch(/[*`]|\{[-$a-z]/);
      expect(said(language, id), id).not.toBe("");
    }
  });

  /** Words in the manner of a command's name that the manual has readers type. */
  const typedNames = (message: string) => runsOf(message).flatMap(({ as, text }) => (as === "typed" ? (text.match(/\b[a-z]+(?:_[a-z]+)+\b/g) ?? []) : []));

  test.each(LANGUAGES)("every command it names is in the table of commands, in %s", (language) => {
    const named = MANUAL.flatMap(messagesOf).flatMap((id) => typedNames(said(language, id)));
    expect(named).toContain("amount_in_words");
    expect(named.filter((name) => !(name in COMMANDS))).toEqual([]);
  });

  test("a command that the table does not have is told from one that it has", () => {
    expect(typedNames("Use `hefu-cli call burn_paper`, not burn_house or `list_projects`.")).toEqual(["burn_paper", "list_projects"]);
    expect("burn_paper" in COMMANDS).toBe(false);
  });

  test("each picture is one that the photographer of the house makes, and is there in both languages", () => {
    const [source = ""] = Object.values(SHOTS);
    const made = [...source.matchAll(/^ +\("[^"]+", "([a-z-]+)"\),$/gm)].map(([, name = ""]) => name);
    const asked = MANUAL.flatMap(picturesOf);
    expect(asked.toSorted()).toEqual(made.toSorted());
    for (const name of asked) for (const language of LANGUAGES) expect(pictureAt(name, language), `${language} ${name}`).toContain(`${language}/${name}`);
  });

  test("Chinese is written with Chinese marks", () => {
    for (const id of MANUAL.flatMap(messagesOf)) {
      const words = runsOf(said("zh", id)).map(({ as, text }) => (as === "typed" ? "" : text)).join("");
      expect(words, id).toMatch(/\p{Script=Han}/u);
      expect(words, id).not.toMatch(/\p{Script=Han}\s*[,;:?!()]|[,;:?!()]\s*\p{Script=Han}|\p{Script=Han}\./u);
    }
  });

  test("each job that the window has is explained by a page", () => {
    const jobs = [
      "first-steps", "projects", "parties", "scope", "gates", "register", "acceptance", "presenting", "report", "signing", "verifying", "calendars", "finding", "languages", "journal", "settings", "recovery",
      "today", "everyday", "terminal", "keys",
    ];
    expect(NAMES).toEqual(jobs);
    const own = ROUTES.filter(({ path, chrome }) => chrome !== "none" && !path.startsWith("/manual"));
    for (const { path } of own) expect(NAMES, path).toContain(pageOfPlace(path));
  });
});

describe("the page in the window", () => {
  test.each(NAMES)("%s opens in either language and in both", async (name) => {
    const ids = messagesOf(MANUAL.find((page) => page.name === name) ?? { name, body: [], within: {} });
    for (const language of ["en", "zh", "both"] as const) {
      const { unmount } = openWindow({ at: `/manual/${name}`, language });
      const article = await screen.findByTestId(`manual-page-${name}`);
      for (const side of LANGUAGES) {
        const texts = [...article.querySelectorAll(`[lang="${side === "zh" ? "zh-CN" : "en"}"]`)].map((each) => each.textContent);
        if (language === "both" || language === side) expect(texts).toEqual(expect.arrayContaining(ids.map((id) => plain(said(side, id)))));
        else expect(texts).toEqual([]);
      }
      unmount();
    }
  });

  test("in both languages each step is one line with English left and Chinese right", async () => {
    openWindow({ at: "/manual/scope", language: "both" });
    const article = await screen.findByTestId("manual-page-scope");
    const steps = [...article.querySelectorAll("li")];
    expect(steps.length).toBe(MANUAL.find(({ name }) => name === "scope")?.body.filter((kind) => kind === "step").length);
    for (const step of steps) expect([...step.querySelectorAll(".pair > [lang]")].map((each) => each.getAttribute("lang"))).toEqual(["en", "zh-CN"]);
  });

  test("names of the window are its own messages, and what is typed stands apart", async () => {
    openWindow({ at: "/manual/terminal" });
    const article = await screen.findByTestId("manual-page-terminal");
    expect(within(article).getByText("hefu-cli commands").tagName).toBe("CODE");
    window.location.hash = "/manual/scope";
    const scope = await screen.findByTestId("manual-page-scope");
    expect([...scope.querySelectorAll("b")].map((each) => each.textContent)).toContain(said("en", "scope-import-now"));
  });

  test("a picture is shown in the language that is read", async () => {
    for (const language of LANGUAGES) {
      const { unmount } = openWindow({ at: "/manual/scope", language });
      const picture = await screen.findByTestId("manual-picture");
      expect(picture.getAttribute("src")).toContain(`pictures/${language}/scope`);
      expect(picture.getAttribute("alt")).toContain(said(language, "manual-scope-title"));
      unmount();
    }
    openWindow({ at: "/manual/terminal" });
    await screen.findByTestId("manual-page-terminal");
    expect(screen.queryByTestId("manual-picture")).toBeNull();
  });

  test("one goes on and back by button and by key", async () => {
    const user = userEvent.setup();
    openWindow({ at: "/manual/projects" });
    await user.click(await screen.findByTestId("manual-next"));
    await screen.findByTestId("manual-page-parties");
    await user.keyboard("{ArrowLeft}");
    await screen.findByTestId("manual-page-projects");
    await user.click(screen.getByTestId("manual-previous"));
    await screen.findByTestId("manual-page-first-steps");
    expect(screen.queryByTestId("manual-previous")).toBeNull();
  });
});

describe("finding a page", () => {
  test.each([
    ["hyphens certificate PKCS", []],
    ["own certificate", ["signing", "verifying"]],
    ["撤销", ["journal"]],
    ["监理", ["parties"]],
    ["Recovery SHEET", ["first-steps", "recovery"]],
    ["恢复单 laptop", ["recovery"]],
  ])("%s", (typed, pages) => {
    const found = find(typed, ["en"]).map(({ page }) => page.name);
    expect(found).toEqual(pages.length === 0 ? [] : expect.arrayContaining(pages));
    expect(found.length).toBeLessThan(MANUAL.length);
  });

  test("a page with the word in its title comes first, and nothing asked gives all pages in order", () => {
    expect(find("undo", ["en"])[0]?.page.name).toBe("journal");
    expect(find("验收轮次", ["zh"])[0]?.page.name).toBe("acceptance");
    expect(find("  ", ["en"]).map(({ page }) => page.name)).toEqual(NAMES);
  });

  test("signs of a pattern are only signs, and either apostrophe finds the other", () => {
    expect(find("client's", ["en"]).map(({ page }) => page.name)).toContain("presenting");
    expect(marked("the client’s (own)", wordsIn("CLIENT'S ("))).toEqual([
      { text: "the ", hit: false },
      { text: "client’s", hit: true },
      { text: " ", hit: false },
      { text: "(", hit: true },
      { text: "own)", hit: false },
    ]);
  });

  test.each([
    ["en", "suspect", "scope"],
    ["en", "待确认", "scope"],
    ["zh", "suspect", "scope"],
    ["zh", "拒签", "signing"],
  ] as const)("a reader of %s finds by %s, with the word marked", async (language, word, page) => {
    const user = userEvent.setup();
    openWindow({ at: "/manual", language });
    const field = await screen.findByTestId("manual-search");
    fireEvent.change(field, { target: { value: word } });
    const item = await screen.findByTestId(`manual-open-${page}`);
    expect(item.querySelector("mark")?.textContent).toBe(word);
    await user.click(item);
    const article = await screen.findByTestId(`manual-page-${page}`);
    // The words stay marked where they are read, when they stand in the language that is read.
    if (/\p{Script=Han}/u.test(word) === (language === "zh")) expect(article.querySelector("mark")?.textContent).toBe(word);
    expect(screen.getByTestId<HTMLInputElement>("manual-search").value).toBe(word);
  });

  test("what no page says is said to be nowhere, and Escape shows all pages again", async () => {
    const user = userEvent.setup();
    openWindow({ at: "/manual" });
    await user.type(await screen.findByTestId("manual-search"), "quidditch");
    expect(screen.getByTestId("manual-nothing").textContent).toBe(said("en", "manual-nothing"));
    await user.keyboard("{Escape}");
    expect(screen.getAllByTestId(/^manual-open-/)).toHaveLength(MANUAL.length);
    expect(hash()).toBe("/manual");
  });

  test("the list is worked by keys alone: slash, words, down, Enter", async () => {
    const user = userEvent.setup();
    openWindow({ at: "/manual" });
    await screen.findByTestId("manual-search");
    await user.keyboard("/");
    expect(document.activeElement).toBe(screen.getByTestId("manual-search"));
    await user.keyboard("clicker{ArrowDown}{Enter}");
    await screen.findByTestId("manual-page-presenting");
  });
});

describe("help by key", () => {
  test("? opens the keyboard map from anywhere, and Escape leads back", async () => {
    const user = userEvent.setup();
    openWindow({ at: `/projects/${PROJECT}/scope?panel=x` });
    await screen.findByTestId("page-scope");
    await user.keyboard("?");
    const map = await screen.findByTestId("manual-keys");
    for (const key of [...PLACES, ...TABS, ...SECTIONS].flatMap(({ key }) => key ?? [])) expect(within(map).getByText(`G ${key.toUpperCase()}`)).toBeTruthy();
    await user.keyboard("{ArrowLeft}");
    await screen.findByTestId("manual-page-terminal");
    await user.keyboard("{Escape}");
    await screen.findByTestId("page-scope");
    expect(hash()).toBe(`/projects/${PROJECT}/scope?panel=x`);
  });

  test("? in a field is a question mark", async () => {
    const user = userEvent.setup();
    openWindow({ at: "/manual" });
    const field = await screen.findByTestId<HTMLInputElement>("manual-search");
    await user.type(field, "?");
    expect(field.value).toBe("?");
    expect(hash()).toBe("/manual");
  });

  test("F1 opens the page for where one is", async () => {
    const user = userEvent.setup();
    for (const [at, testid, page] of [
      ["/today", "page-today", "today"],
      [`/projects/${PROJECT}/acceptance`, "page-acceptance", "acceptance"],
      ["/workspace", "page-workspace", "recovery"],
    ] as const) {
      const { unmount } = openWindow({ at });
      await screen.findByTestId(testid);
      await user.keyboard("{F1}");
      await screen.findByTestId(`manual-page-${page}`);
      unmount();
    }
  });

  test("before a workspace is open the manual is read, too, and leads back to the first screen", async () => {
    const user = userEvent.setup();
    openWindow({ answers: closed });
    await user.click(await screen.findByTestId("open-manual"));
    await screen.findByTestId("manual-page-first-steps");
    await user.keyboard("?");
    await waitFor(() => expect(hash()).toMatch(new RegExp(`^/manual/${KEYS}`)));
    await screen.findByTestId("manual-keys");
    await user.click(screen.getByTestId("manual-return"));
    await screen.findByTestId("page-unlock");
  });

  test("its place on the rail, its own tab and the page that is open are marked", async () => {
    openWindow({ at: "/manual/signing" });
    await screen.findByTestId("manual-page-signing");
    expect(screen.getByTestId("open-workspace").getAttribute("aria-current")).toBe("page");
    expect(screen.getByTestId("tab-manual").getAttribute("aria-current")).toBe("page");
    expect(screen.getByTestId("tab-settings").getAttribute("aria-current")).toBeNull();
    expect(screen.getByTestId("manual-open-signing").getAttribute("aria-current")).toBe("page");
    expect(screen.getByTestId("manual-open-signing").textContent).toBe(said("en", titleOf("signing")));
  });
});

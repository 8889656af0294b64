// The window's frame: places, groups, what waits, the bar of a small window, and that one entry is all that a section needs.
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { barOf, groupsOf, isAtPlace, placesOf, tabsAt, tabsOf } from "@/window/frame";
import * as places from "@/window/places";
import { GROUPS, PLACES, routeAt, ROUTES, SECTIONS, TABS, type Section } from "@/window/routes";
import { fixture, openWindow, PROJECT, reply } from "./window";

const COMPACT = 1179;

/** Makes the window as wide as this, in pixels of its own. */
const widen = (width: number) => (window.innerWidth = width);

const entry = (path: string, section: Omit<Section, "label">) => ({ path: `/projects/:project/${path}`, section: { label: "app-more" as const, ...section } });
const at = (testid: string) => `/projects/${PROJECT}/${testid}`;

describe("what the routes give", () => {
  test("places and sections stand where the product has them", () => {
    expect(PLACES.map(({ path }) => path)).toEqual(["/today", "/projects", "/library", "/verify", "/workspace"]);
    expect(PLACES.filter(({ at }) => at === "foot").map(({ path }) => path)).toEqual(["/workspace"]);
    expect(GROUPS.map(({ name, sections }) => [name, sections.map(({ path }) => path.split("/").at(-1))])).toEqual([
      ["top", ["overview"]],
      ["agreed", ["scope"]],
      ["delivering", ["gates", "register", "parties"]],
      ["closing", ["acceptance", "documents", "journal"]],
    ]);
    expect(TABS.map(({ path }) => path)).toEqual(["/workspace", "/settings", "/manual"]);
  });

  test("no two keys of one kind are the same", () => {
    const keys = [...PLACES, ...TABS, ...SECTIONS].flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("one entry adds a section, at its place in its group", () => {
    const before = SECTIONS.length;
    const groups = groupsOf([...ROUTES, entry("meetings", { group: "delivering", order: 50, key: "e" })]);
    expect(groups.flatMap(({ sections }) => sections)).toHaveLength(before + 1);
    expect(groups.find(({ name }) => name === "delivering")?.sections.map(({ path }) => path.split("/").at(-1))).toEqual(["gates", "register", "meetings", "parties"]);
  });

  test("a group without a section is not there", () => {
    expect(groupsOf([entry("minutes", { group: "delivering", order: 1, key: "e" })]).map(({ name }) => name)).toEqual(["delivering"]);
    expect(groupsOf([])).toEqual([]);
  });

  test("one entry adds a place, and a page of a place", () => {
    const place = { path: "/channel", place: { at: "head", order: 30, label: "app-more", icon: "link", key: "n" } } as const;
    expect(placesOf([...ROUTES, place]).map(({ path }) => path)).toEqual(["/today", "/projects", "/channel", "/library", "/verify", "/workspace"]);
    const tabs = tabsOf([...ROUTES, { path: "/renewals", tab: { of: "/channel", order: 1, label: "app-more", icon: "link" } } as const]);
    expect(tabsAt(tabs, "/renewals").tabs.map(({ path }) => path)).toEqual(["/renewals"]);
    expect(isAtPlace({ path: "/channel" }, tabs, "/renewals/1")).toBe(true);
    expect(isAtPlace({ path: "/channel" }, tabs, "/renewal")).toBe(false);
  });

  test("every path that the window names leads to a page", () => {
    const paths = [
      places.HOME, places.WORKSPACE, places.SETTINGS, places.MANUAL, places.projectsAt(), places.projectsAt("new"), places.overviewAt("p"), places.scopeAt("p", "r"),
      places.registerAt("p", "r"), places.gatesAt("p", "g"), places.partiesAt("p"), places.partyAt("p", "person", "x"), places.acceptanceAt("p", { round: "r" }), places.documentsAt("p"), places.documentAt("p", "d"),
      places.historyAt("p", "person", "x", 3), places.presentAt("p", { round: "r" }), places.notesAt("p", { round: "r" }), places.verifyAt("/a b.pdf"),
      places.manualAt("keys", { from: null }),
    ];
    expect(paths.filter((path) => routeAt(path.split("?")[0] ?? "") === undefined)).toEqual([]);
    expect(routeAt(places.scopeAt("a/b").split("?")[0] ?? "")?.params["project"]).toBe("a/b");
  });

  test("a path asks for what is given and for nothing else", () => {
    expect(places.acceptanceAt("p", { round: "r 1", criterion: "3.2" })).toBe("/projects/p/acceptance?round=r+1&criterion=3.2");
    expect(places.acceptanceAt("p")).toBe("/projects/p/acceptance");
    expect(places.presentAt("p", { round: "r", criterion: null })).toBe("/projects/p/present?round=r");
  });

  test("a bar shows five sections, and leads to the others", () => {
    expect(barOf(["a", "b", "c", "d", "e", "f", "g"])).toEqual({ shown: ["a", "b", "c", "d", "e"], more: ["f", "g"] });
    expect(barOf(["a", "b", "c", "d", "e"]).more).toEqual([]);
  });
});

describe("a wide window", () => {
  test.each([
    ["en", ["Agreed", "Delivering", "Closing"]],
    ["zh", ["约定", "执行", "收口"]],
  ] as const)("names the groups of sections in %s", async (language, heads) => {
    openWindow({ at: at("overview"), language });
    const list = await screen.findByTestId("section-list");
    expect(screen.queryByTestId("section-bar")).toBeNull();
    for (const head of heads) expect(within(list).getByRole("group", { name: head })).toBeTruthy();
    expect(within(list).getByTestId("open-overview").getAttribute("aria-current")).toBe("page");
    expect(within(list).getByTestId("open-scope").getAttribute("aria-current")).toBeNull();
  });

  test("a count stands where something waits, and nowhere else", async () => {
    openWindow({ at: at("overview") });
    const list = await screen.findByTestId("section-list");
    const overview = fixture("project_overview");
    const untested = overview.rounds.at(-1)?.tally.not_tested;
    expect(untested).toBeGreaterThan(0);
    await waitFor(() => expect(within(list).getByTestId("open-acceptance").textContent).toBe(`Acceptance${untested}${untested} waiting`));
    expect(within(within(list).getByTestId("open-parties")).queryByTestId("section-waiting")).toBeNull();
    expect(within(within(list).getByTestId("open-journal")).queryByTestId("section-waiting")).toBeNull();
  });

  test("a count goes when nothing waits any more", async () => {
    const view = fixture("project_overview");
    const done = { ...view, rounds: view.rounds.map((round) => ({ ...round, tally: { ...round.tally, not_tested: 0 } })) };
    openWindow({ at: at("overview"), answers: { project_overview: () => reply(done), list_documents: () => reply({ documents: [] }) } });
    const list = await screen.findByTestId("section-list");
    await screen.findAllByTestId("edit-stage");
    for (const name of ["acceptance", "documents"]) expect(within(within(list).getByTestId(`open-${name}`)).queryByTestId("section-waiting")).toBeNull();
  });

  test("late deliverables and expired evidence wait in the scope", async () => {
    const view = fixture("project_overview");
    const reasons = [{ kind: "deliverables_late", count: 2 }, { kind: "failed_criteria", count: 7 }, { kind: "evidence_expired", count: 3 }];
    openWindow({ at: at("overview"), answers: { project_overview: () => reply({ ...view, health: { health: "blocked", reasons } }) } });
    await waitFor(() => expect(screen.getByTestId("open-scope").textContent).toBe("Scope55 waiting"));
  });
});

describe("a small window", () => {
  beforeEach(() => void widen(COMPACT));

  test("has its sections in a bar; those behind More are come to by keys alone", async () => {
    const person = userEvent.setup();
    openWindow({ at: at("overview") });
    const bar = await screen.findByTestId("section-bar");
    expect(screen.queryByTestId("section-list")).toBeNull();
    expect(within(bar).queryByTestId("open-journal")).toBeNull();
    const more = within(bar).getByTestId("more-sections");
    expect(more.textContent).toBe("More");
    more.focus();
    await person.keyboard("{Enter}");
    expect(more.getAttribute("aria-expanded")).toBe("true");
    const behind = [...(await within(bar).findByTestId("more-sections-list")).querySelectorAll("a, button")];
    expect(behind.at(-1)).toBe(within(bar).getByTestId("open-journal"));
    for (const section of behind) {
      await person.tab();
      expect(document.activeElement).toBe(section);
    }
    await person.keyboard("{Escape}");
    expect(within(bar).queryByTestId("open-journal")).toBeNull();
    expect(document.activeElement).toBe(more);
    await person.keyboard("{Enter}");
    await person.click(within(bar).getByTestId("open-journal"));
    await screen.findByTestId("page-journal");
  });

  test("names the section behind More when the window is at it", async () => {
    openWindow({ at: at("journal") });
    const more = await screen.findByTestId("more-sections");
    expect(more.textContent).toBe("Audit journal");
    expect(more.getAttribute("aria-current")).toBe("true");
  });

  test("closes More when something beside it is pressed", async () => {
    const person = userEvent.setup();
    openWindow({ at: at("overview") });
    await person.click(await screen.findByTestId("more-sections"));
    await screen.findByTestId("more-sections-list");
    act(() => void fireEvent.pointerDown(document.body));
    expect(screen.queryByTestId("more-sections-list")).toBeNull();
  });
});

describe("the bar at the top", () => {
  test("keeps the language that is chosen in it, on every page", async () => {
    const person = userEvent.setup();
    const { kept } = openWindow({ at: "/today" });
    const bar = (await screen.findAllByRole("banner"))[0];
    expect(bar).toBeDefined();
    await person.click(within(bar as HTMLElement).getByTestId("switch-language-zh"));
    expect(kept.at(-1)?.language).toBe("zh");
    await person.click(screen.getByTestId("open-projects"));
    await screen.findByTestId("page-projects");
    expect(screen.getByTestId("switch-language-zh").getAttribute("aria-checked")).toBe("true");
    expect(screen.getByTestId("open-projects").textContent).toBe("项目");
  });

  test("opens the palette, also by its key", async () => {
    const person = userEvent.setup();
    openWindow({ at: "/today" });
    await person.click(await screen.findByTestId("open-search"));
    await screen.findByTestId("palette");
    await person.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("palette")).toBeNull());
    await person.keyboard("{Control>}k{/Control}");
    await screen.findByTestId("palette");
  });

  test("finds nothing before a workspace is open, and still changes the language", async () => {
    openWindow({ at: "/settings", answers: { workspace_status: () => reply({ open: null, keychain: "available" }) } });
    await screen.findByTestId("page-settings");
    expect(screen.queryByTestId("open-search")).toBeNull();
    expect(screen.queryByTestId("tab-manual")).toBeNull();
    expect(within(screen.getByRole("banner")).getByTestId("switch-language-both")).toBeTruthy();
  });
});

test("the pages of the workspace lead to each other, and none is more than two presses away", async () => {
  const person = userEvent.setup();
  openWindow({ at: "/today" });
  for (const page of ["settings", "manual"]) {
    await person.click(await screen.findByTestId("open-workspace"));
    await screen.findByTestId("page-workspace");
    await person.click(screen.getByTestId(`tab-${page}`));
    await screen.findByTestId(`page-${page}`);
    expect(screen.getByTestId("open-workspace").getAttribute("aria-current")).toBe("page");
  }
});

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Hit, MatchPhrases, PhraseMatch, SearchRequest } from "@/api/generated/api";
import { openWindow, PROJECT, reply, type Wishes } from "./window";

const ID = "0197a5f0-0000-7000-8000-000000000001";
const ROUND = "0197a5f0-0000-7000-8000-000000000002";

const piece = (words: string, hit = false) => ({ words, hit });

/** A criterion of which the Chinese side was found by 验收 and by its initials. */
const CRITERION: Hit = {
  noun: "criterion",
  group: "records",
  id: ID,
  quality: "exact",
  number: [piece("3.4")],
  title: { en: [piece("The preliminary acceptance is held")], zh: [piece("举行初步"), piece("验收", true)] },
  beside: null,
  project: PROJECT,
  project_number: "HC-2026-014",
  parent: null,
  round: ROUND,
};
const PERSON: Hit = { ...CRITERION, noun: "person", group: "parties", quality: "begun", number: [], title: { en: [piece("Zhao", true), piece(" Wenqi")], zh: [piece("赵文琪")] }, round: null, project_number: null };

/** As the engine does, for phrases that hold the words as they are. */
function matching({ words, phrases }: MatchPhrases): PhraseMatch[] {
  return phrases.flatMap((phrase, index) =>
    words !== "" && `${phrase.en} ${phrase.zh}`.toLowerCase().includes(words.toLowerCase())
      ? [{ index, quality: "exact" as const, phrase: { en: [piece(phrase.en)], zh: [piece(phrase.zh)] } }]
      : [],
  );
}

function open(wishes: Wishes = {}) {
  const searched: string[] = [];
  const opened = openWindow({
    ...wishes,
    answers: {
      search: (request) => {
        const { words } = request as SearchRequest;
        searched.push(words);
        const hits = words === "验收" || words === "ys" ? [CRITERION] : words === "zhao" ? [PERSON] : words === "zhao 3" ? [PERSON, CRITERION] : [];
        return reply({ hits });
      },
      match_phrases: (request) => reply({ matches: matching(request as MatchPhrases) }),
      ...wishes.answers,
    },
  });
  return { ...opened, searched };
}

const field = () => screen.findByRole("combobox");
const options = () => screen.getAllByRole("option");
const active = () => document.getElementById(screen.getByRole("combobox").getAttribute("aria-activedescendant") ?? "");
const settled = (words: string) => waitFor(() => expect(screen.getByTestId("palette-list").dataset["asked"]).toBe(words));

/** What a browser does when letters of an input method appear in a field. */
function compose(input: HTMLInputElement, letters: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, letters);
  fireEvent(input, new InputEvent("input", { bubbles: true, isComposing: true, data: letters }));
}

async function summon() {
  await screen.findByTestId("page-today");
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  return field();
}

test("by keys alone: Ctrl-K, words, arrows, Enter opens the record where it is shown", async () => {
  const person = userEvent.setup();
  open();
  await person.type(await summon(), "zhao 3");
  await settled("zhao 3");
  expect(options().map((option) => option.getAttribute("aria-selected"))).toEqual(["true", "false"]);
  // The better answer's group stands first.
  expect(active()?.textContent).toContain("3.4");
  await person.keyboard("{ArrowDown}");
  expect(active()?.textContent).toContain("Zhao Wenqi");
  await person.keyboard("{ArrowDown}");
  expect(active()).toBe(options()[0]);
  await person.keyboard("{End}");
  expect(active()).toBe(options()[1]);
  await person.keyboard("{Home}{Enter}");
  expect(screen.queryByTestId("palette")).toBeNull();
  expect(window.location.hash).toBe(`#/projects/${PROJECT}/acceptance?round=${ROUND}&criterion=${ID}`);
});

test("what was found is marked, on the side where it was found", async () => {
  const person = userEvent.setup();
  open();
  await person.type(await summon(), "ys");
  await settled("ys");
  const [first] = options();
  expect(first?.textContent).toContain("The preliminary acceptance is held");
  expect([...(first?.querySelectorAll("mark") ?? [])].map((mark) => mark.textContent)).toEqual(["验收"]);
  expect(within(screen.getByTestId("palette")).getByRole("status").textContent).toBe("1 found");
});

test("Escape closes and nothing has changed; the key opens it again, empty", async () => {
  const person = userEvent.setup();
  open();
  await person.type(await summon(), "zhao");
  await person.keyboard("{Escape}");
  expect(screen.queryByTestId("palette")).toBeNull();
  expect(window.location.hash).toBe("#/today");
  expect((await summon()).getAttribute("value")).toBe("");
});

test("pages and commands are found by their words, run by Enter, and the last looked at comes first", async () => {
  const person = userEvent.setup();
  const { asked } = open();
  await person.type(await summon(), "projects");
  await settled("projects");
  await person.keyboard("{Enter}");
  await screen.findByTestId("page-projects");
  fireEvent.keyDown(document.body, { key: "k", metaKey: true });
  await field();
  expect(within(screen.getByTestId("palette-recent")).getAllByRole("option").map((option) => option.textContent)).toEqual(["Today"]);
  await person.keyboard("撤销");
  await settled("撤销");
  await person.keyboard("{Enter}");
  await waitFor(() => expect(asked).toContain("undo"));
});

test("an input method composes in peace: nothing is searched for, and its Enter chooses nothing", async () => {
  const { searched } = open();
  const input = await summon();
  fireEvent.compositionStart(input);
  compose(input as HTMLInputElement, "yan'shou");
  fireEvent.keyDown(input, { key: "Enter", isComposing: true });
  fireEvent.keyDown(input, { key: "Enter", keyCode: 229 });
  expect(screen.getByTestId("palette")).toBeTruthy();
  fireEvent.change(input, { target: { value: "验收" } });
  fireEvent.compositionEnd(input, { data: "验收" });
  await settled("验收");
  expect(searched.filter((words) => words.includes("'"))).toEqual([]);
});

test("nothing found is said, with what to try", async () => {
  const person = userEvent.setup();
  open({ language: "zh" });
  await person.type(await summon(), "qqqq");
  expect((await screen.findByTestId("palette-nothing")).textContent).toContain("没有找到");
  expect(screen.queryAllByRole("option")).toEqual([]);
});

test("while a form is asked to be answered the palette stays away", async () => {
  open();
  await screen.findByTestId("page-today");
  const other = document.createElement("dialog");
  document.body.append(other);
  other.showModal();
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  await vi.waitFor(() => expect(screen.queryByTestId("palette")).toBeNull());
  other.remove();
});

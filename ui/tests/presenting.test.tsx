import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { CommandName, MarkCriterion, PresenterNotes } from "@/api/generated/api";
import { type ClientHost, setEngine, type Shown } from "@/api/host";
import { newMemory } from "@/api/useQuery";
import { ClientWindow } from "@/features/presentation/ClientWindow";
import { itemsOf } from "@/features/presentation/sequence";
import { type FixtureName, isKept } from "../dev/fixtures";
import { fixture, openWindow, PROJECT, reply, type Wishes } from "./window";

const recorded = fixture("present_round");
const numbers = itemsOf(recorded).map(({ item }) => item.number);
const CANARY = "Kestrel-4417-circles";

const item = () => screen.getByTestId("present-item");
const shows = (number: string) => waitFor(() => expect(item().dataset["number"]).toBe(number));

function present(at: string, wishes: Wishes = {}) {
  const marked = vi.fn<(request: MarkCriterion) => void>();
  const opened = openWindow({
    at: `/projects/${PROJECT}/present${at}`,
    ...wishes,
    answers: {
      mark_criterion: (request) => {
        marked(request as MarkCriterion);
        return reply({ tally: recorded.tally });
      },
      ...wishes.answers,
    },
  });
  return { ...opened, marked };
}

test("a clicker goes from the first screen through ten items, and back to the first", async () => {
  present("");
  await screen.findByTestId("present-start");
  const keys = ["{PageDown}", " ", "{ArrowRight}", "{ArrowDown}", "{Enter}"];
  for (let index = 0; index < 10; index += 1) {
    await userEvent.keyboard(keys[index % keys.length] ?? " ");
    await shows(numbers[index] ?? "");
  }
  for (const key of ["{PageUp}", "{ArrowLeft}", "{ArrowUp}"]) await userEvent.keyboard(key);
  await shows(numbers[6] ?? "");
  await userEvent.keyboard("{End}");
  expect(screen.getByTestId("present-end")).toBeTruthy();
  expect(screen.getByTestId("present-tally").textContent).toContain(String(recorded.tally.passed));
  await userEvent.keyboard(" ");
  expect(screen.getByTestId("present-end")).toBeTruthy();
  await userEvent.keyboard("{Home}");
  expect(screen.getByTestId("present-start")).toBeTruthy();
});

test.each([
  ["1", "passed"],
  ["3", "failed"],
  ["4", "not_tested"],
])("the key %s marks %s", async (key, mark) => {
  const { marked } = present("?criterion=3.2");
  await screen.findByTestId("present-item");
  await userEvent.keyboard(key);
  await waitFor(() => expect(marked).toHaveBeenCalledOnce());
  expect(marked.mock.calls[0]?.[0]).toMatchObject({ round: recorded.round, mark, remark: null, measured: null });
});

test("passed with remark waits for its remark and is written with it, in both languages", async () => {
  const { marked } = present("?criterion=1.1");
  await screen.findByTestId("present-item");
  await userEvent.keyboard("2");
  expect(await screen.findByTestId("present-remark-needed")).toBeTruthy();
  expect(marked).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getByTestId("present-write-remark-en"));
  await userEvent.keyboard("One label is missing");
  await userEvent.tab();
  await userEvent.keyboard("缺一枚标签{Control>}{Enter}{/Control}");
  await waitFor(() => expect(marked).toHaveBeenCalledOnce());
  expect(marked.mock.calls[0]?.[0]).toMatchObject({ mark: "passed_with_remark", remark: { en: "One label is missing", zh: "缺一枚标签" } });
  await waitFor(() => expect(screen.queryByTestId("present-capture")).toBeNull());
});

test("while an input method composes, no key of the presentation does anything", async () => {
  const { marked } = present("?criterion=1.1");
  await screen.findByTestId("present-item");
  await userEvent.keyboard("r");
  const zh = await screen.findByTestId("present-write-remark-zh");
  zh.focus();
  fireEvent.compositionStart(zh);
  fireEvent.change(zh, { target: { value: "que" } });
  for (const key of ["1", " ", "Escape", "Enter", "ArrowRight"]) fireEvent.keyDown(zh, { key, isComposing: true });
  expect(screen.getByTestId("present-capture")).toBeTruthy();
  fireEvent.change(zh, { target: { value: "缺一枚标签" } });
  fireEvent.compositionEnd(zh, { data: "缺一枚标签" });
  expect(marked).not.toHaveBeenCalled();
  fireEvent.keyDown(zh, { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(marked).toHaveBeenCalledOnce());
  expect(marked.mock.calls[0]?.[0]).toMatchObject({ mark: "passed", remark: { en: "", zh: "缺一枚标签" } });
  expect(item().dataset["number"]).toBe("1.1");
});

test("after a mark by mouse the clicker goes on instead of marking again", async () => {
  const { marked } = present("?criterion=3.2");
  await userEvent.click(await screen.findByTestId("present-mark-failed"));
  await waitFor(() => expect(marked).toHaveBeenCalledOnce());
  await userEvent.keyboard(" ");
  await shows("3.3");
  expect(marked).toHaveBeenCalledOnce();
});

test("a closed round is shown and cannot be marked", async () => {
  const { marked } = present("?criterion=3.2", { answers: { present_round: () => reply({ ...recorded, writing: "closed" }) } });
  await screen.findByTestId("present-item");
  expect(screen.queryByTestId("present-mark-failed")).toBeNull();
  await userEvent.keyboard("3r");
  expect(screen.queryByTestId("present-capture")).toBeNull();
  expect(marked).not.toHaveBeenCalled();
  expect(screen.getByTestId("present-mark").dataset["mark"]).toBe("passed_with_remark");
});

test("P opens a photograph, Escape closes it, the second Escape leaves", async () => {
  present("?criterion=3.2");
  await screen.findByTestId("present-item");
  await userEvent.keyboard("p");
  const photograph = await screen.findByTestId("present-photograph");
  expect(photograph.dataset["evidence"]).toBe("EV-020");
  expect(photograph.dataset["drawn"]).toBe("no");
  fireEvent.load(await within(photograph).findByRole("img", { name: "Control room, 14:02" }));
  expect(photograph.dataset["drawn"]).toBe("yes");
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByTestId("present-photograph")).toBeNull();
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(window.location.hash).toContain("/acceptance"));
});

test("L goes through the languages", async () => {
  present("?criterion=3.2");
  const text = await screen.findByTestId("present-text");
  const sides = () => [...screen.getByTestId("present-text").querySelectorAll(".present-side")].map((side) => side.getAttribute("lang"));
  expect(text.textContent).toContain("A zone failover");
  expect(sides()).toEqual(["en", "zh-CN"]);
  await userEvent.keyboard("l");
  expect(sides()).toEqual(["en"]);
  await userEvent.keyboard("l");
  expect(sides()).toEqual(["zh-CN"]);
  await userEvent.keyboard("l");
  expect(sides()).toEqual(["en", "zh-CN"]);
});

test("? shows the keys and hides them again", async () => {
  present("?criterion=3.2");
  await screen.findByTestId("present-item");
  await userEvent.keyboard("?");
  expect(screen.getByTestId("present-keys").textContent).toContain("Full screen");
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByTestId("present-keys")).toBeNull();
});

/** Every query of the vendor's own answers with the canary in it. */
const singing = (): Wishes["answers"] => {
  const notes: PresenterNotes = { notes: itemsOf(recorded).map(({ item: each }) => ({ criterion: each.criterion, note: `${CANARY} ${each.number}` })) };
  const sing = (command: FixtureName) => () => reply(JSON.parse(JSON.stringify(fixture(command)).replaceAll('"internal_note":"', `"internal_note":"${CANARY} `)));
  return { presenter_notes: () => reply(notes), list_parties: sing("list_parties") };
};

const everything = () => document.documentElement.outerHTML;

test("the presented page asks for nothing of the vendor's and holds no canary, the presenter's page does", async () => {
  const { asked, unmount } = present("?criterion=3.2", { answers: singing() });
  await screen.findByTestId("present-item");
  for (const key of ["{Home}", "{PageDown}", "p", "{Escape}", "?", "{Escape}", "r", "{Escape}", "{End}", "{PageUp}"]) {
    await userEvent.keyboard(key);
    expect(everything()).not.toContain(CANARY);
  }
  const presented: CommandName[] = ["workspace_status", "list_rounds", "present_round", "present_photograph"];
  expect(asked.filter((name) => !presented.includes(name))).toEqual([]);
  unmount();
  present("/notes?criterion=3.2", { answers: singing() });
  const note = await screen.findByTestId<HTMLTextAreaElement>("notes-note");
  expect(note.value).toBe(`${CANARY} 3.2`);
});

test("the client's window is told places and never a word, and closes with the page", async () => {
  const { shown, unmount } = present("/notes?criterion=3.2", { answers: singing() });
  await screen.findByTestId("notes-note");
  expect(shown).toEqual([]);
  await userEvent.keyboard("w");
  await waitFor(() => expect(shown).toHaveLength(1));
  expect(shown[0]).toMatchObject({ round: recorded.round, at: { kind: "item", place: 14 }, language: "both", theme: "light", photograph: null });
  await userEvent.keyboard(" ");
  await waitFor(() => expect(shown.at(-1)).toMatchObject({ at: { kind: "item", place: 15 } }));
  await userEvent.keyboard("{PageUp}p");
  await waitFor(() => expect(shown.at(-1)?.photograph).toBeTruthy());
  await userEvent.click(screen.getByTestId("client-language-zh"));
  await waitFor(() => expect(shown.at(-1)?.language).toBe("zh"));
  expect(JSON.stringify(shown)).not.toContain(CANARY);
  unmount();
  expect(shown.at(-1)).toBeNull();
});

test("a note is kept when the presenter leaves it, and only then", async () => {
  const kept = vi.fn();
  present("/notes?criterion=3.2", {
    answers: {
      save_presenter_note: (request) => {
        kept(request);
        return reply({ criterion: "any" });
      },
    },
  });
  await userEvent.type(await screen.findByTestId("notes-note"), "先问第二次演练 1234");
  expect(kept).not.toHaveBeenCalled();
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(kept).toHaveBeenCalledOnce());
  expect(kept.mock.calls[0]?.[0]).toMatchObject({ note: "先问第二次演练 1234" });
});

test("the client's window follows, asks only for a client's view, and asks again when the record changed", async () => {
  const asked: string[] = [];
  let hears: (shown: Shown) => void = () => undefined;
  const host: ClientHost = {
    call(command) {
      asked.push(command);
      return Promise.resolve(reply(isKept(command) ? fixture(command) : {}));
    },
    cancel: () => undefined,
    follow: (heard) => void (hears = heard),
  };
  setEngine(host);
  const { container } = render(
    <QueryClientProvider client={newMemory()}>
      <ClientWindow host={host} />
    </QueryClientProvider>,
  );
  const now: Shown = { round: recorded.round, at: { kind: "item", place: 14 }, language: "both", theme: "dark", dates: "words", photograph: null, beat: 1 };
  hears(now);
  await shows("3.2");
  expect(document.documentElement.dataset["theme"]).toBe("dark");
  expect(screen.queryByTestId("present-mark-failed")).toBeNull();
  expect(container.querySelector("input, textarea")).toBeNull();
  hears({ ...now, at: { kind: "end" } });
  await screen.findByTestId("present-end");
  const before = asked.filter((command) => command === "present_round").length;
  hears({ ...now, at: { kind: "end" }, beat: 2 });
  await waitFor(() => expect(asked.filter((command) => command === "present_round").length).toBe(before + 1));
  expect(asked.filter((command) => command !== "present_round" && command !== "present_photograph")).toEqual([]);
});

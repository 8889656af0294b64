import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { host, setHost } from "@/api/host";
import { DraftOffer, placeOf, useDraft, useTyping } from "@/design";
import { hostThat, reply } from "./window";

/** The drafts of an engine, and what it was asked. */
function engine(kept: Record<string, string> = {}) {
  const asked: string[] = [];
  setHost(
    hostThat({
      call(command, request) {
        const { place, typed } = request as { place: string; typed?: string };
        asked.push(command);
        if (command === "keep_draft") kept[place] = typed ?? "";
        if (command === "discard_draft") Reflect.deleteProperty(kept, place);
        const found = kept[place];
        const at = "2026-09-28T14:02:00+08:00";
        return Promise.resolve(reply(command === "draft_at" ? { draft: found === undefined ? null : { place, at, typed: found } } : { at }));
      },
    }),
  );
  return { kept, asked };
}

const CLEAN = { title: "Two zones" };

function Form({ place = "requirement:p:r" }: { place?: string }) {
  const [typed, setTyped] = useState(CLEAN);
  const draft = useDraft(place, typed, CLEAN, setTyped);
  return (
    <>
      <DraftOffer draft={draft} testid="form" />
      <input data-testid="title" value={typed.title} onChange={(event) => setTyped({ title: event.target.value })} />
      <button type="button" data-testid="save" onClick={draft.settle} />
    </>
  );
}

const type = (title: string) => fireEvent.change(screen.getByTestId("title"), { target: { value: title } });
const rest = () => act(() => vi.advanceTimersByTimeAsync(1000));

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

test("what is typed is kept once the hand rests, within a second, and not at every key", async () => {
  const { kept, asked } = engine();
  render(<Form />);
  await rest();
  expect(asked).toEqual(["draft_at"]);
  for (const title of ["Thr", "Three", "Three zones"]) type(title);
  await rest();
  expect(kept).toEqual({ "requirement:p:r": JSON.stringify({ title: "Three zones" }) });
  expect(asked.filter((command) => command === "keep_draft")).toHaveLength(1);
  await waitFor(() => expect(screen.getByTestId("form-draft-kept").dataset["kept"]).toBe("yes"));
});

test("typed back to what is recorded, or saved, nothing stays", async () => {
  const { kept } = engine();
  render(<Form />);
  type("Three zones");
  await rest();
  type(CLEAN.title);
  await rest();
  expect(kept).toEqual({});
  type("Three zones");
  await rest();
  fireEvent.click(screen.getByTestId("save"));
  await rest();
  expect(kept).toEqual({});
});

test("typed back and left while it is still being kept, nothing stays", async () => {
  const { kept } = engine();
  let keeping: (() => void) | undefined;
  const inner = host();
  setHost({
    ...inner,
    call: async (command, ...rest) => {
      if (command === "keep_draft") await new Promise<void>((resolve) => (keeping = resolve));
      return inner.call(command, ...rest);
    },
  });
  const { unmount } = render(<Form />);
  type("Three zones");
  await rest();
  type(CLEAN.title);
  unmount();
  keeping?.();
  await rest();
  expect(kept).toEqual({});
});

test("what is typed after saving is kept again", async () => {
  const { kept } = engine();
  render(<Form />);
  type("Three zones");
  await rest();
  fireEvent.click(screen.getByTestId("save"));
  type("Four zones");
  await rest();
  expect(kept).toEqual({ "requirement:p:r": JSON.stringify({ title: "Four zones" }) });
});

test("it is offered where it was typed, restored or discarded", async () => {
  const typed = JSON.stringify({ title: "Three zones" });
  const { kept } = engine({ "requirement:p:r": typed });
  const { unmount } = render(<Form />);
  await rest();
  expect(screen.getByTestId("form-draft").textContent).toContain("28 Sep 2026, 14:02");
  fireEvent.click(screen.getByTestId("form-draft-restore"));
  expect(screen.getByTestId<HTMLInputElement>("title").value).toBe("Three zones");
  expect(screen.queryByTestId("form-draft")).toBeNull();
  await rest();
  expect(kept).toEqual({ "requirement:p:r": typed });
  unmount();
  render(<Form />);
  await rest();
  fireEvent.click(screen.getByTestId("form-draft-discard"));
  await rest();
  expect(kept).toEqual({});
});

test("another record is offered nothing, and what equals the record is forgotten", async () => {
  const { kept } = engine({ "requirement:p:r": JSON.stringify({ title: "Three zones" }), "requirement:p:s": JSON.stringify(CLEAN) });
  render(<Form place={placeOf("requirement", "p", "s")} />);
  await rest();
  expect(screen.queryByTestId("form-draft")).toBeNull();
  expect(Object.keys(kept)).toEqual(["requirement:p:r"]);
});

test("who leaves before the hand rested finds it again", async () => {
  const { kept } = engine();
  const { unmount } = render(<Form />);
  type("Three");
  unmount();
  await rest();
  expect(kept).toEqual({ "requirement:p:r": JSON.stringify({ title: "Three" }) });
});

function Recorded({ title }: { title: string }) {
  const { typed, set } = useTyping(undefined, () => ({ title }));
  return <input data-testid="title" value={typed.title} onChange={(event) => set({ title: event.target.value })} />;
}

test("a form that nobody touched follows its record, and one that was typed into keeps what was typed", () => {
  engine();
  const said = () => screen.getByTestId<HTMLInputElement>("title").value;
  const { rerender } = render(<Recorded title="Two zones" />);
  rerender(<Recorded title="Three zones" />);
  expect(said()).toBe("Three zones");
  type("Four zones");
  rerender(<Recorded title="Five zones" />);
  expect(said()).toBe("Four zones");
  type("Five zones");
  rerender(<Recorded title="Six zones" />);
  expect(said()).toBe("Six zones");
});

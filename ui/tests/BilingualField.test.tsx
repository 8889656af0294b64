import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { BilingualField } from "@/design";

function field() {
  const onCommit = vi.fn();
  const onChange = vi.fn();
  render(<BilingualField label="project-title" value={{ en: "Go-live", zh: "上线" }} onCommit={onCommit} onChange={onChange} testid="title" />);
  return { onCommit, onChange, en: screen.getByTestId("title-en"), zh: screen.getByTestId("title-zh") };
}

test("nothing is taken over while an input method composes, neither by Enter nor by leaving", () => {
  const { zh, onChange, onCommit } = field();
  fireEvent.focus(zh);
  fireEvent.compositionStart(zh);
  fireEvent.change(zh, { target: { value: "上线ceshi" } });
  fireEvent.keyDown(zh, { key: "Enter", isComposing: true });
  fireEvent.blur(zh);
  expect(onChange).not.toHaveBeenCalled();
  expect(onCommit).not.toHaveBeenCalled();
});

test("what was composed is taken over once, and the Enter that ends a composition does not commit", () => {
  const { zh, onChange, onCommit } = field();
  fireEvent.focus(zh);
  fireEvent.compositionStart(zh);
  fireEvent.change(zh, { target: { value: "上线测试" } });
  fireEvent.compositionEnd(zh, { data: "测试" });
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ en: "Go-live", zh: "上线测试" });
  // WebKit sends this after the composition has ended.
  fireEvent.keyDown(zh, { key: "Enter", keyCode: 229 });
  expect(onCommit).not.toHaveBeenCalled();
  fireEvent.keyDown(zh, { key: "Enter", keyCode: 13 });
  expect(onCommit).toHaveBeenCalledExactlyOnceWith({ en: "Go-live", zh: "上线测试" });
});

test("going from one side to the other commits nothing; leaving the pair commits both sides once", async () => {
  const { en, zh, onCommit } = field();
  const person = userEvent.setup();
  await person.click(en);
  await person.keyboard(" in May");
  await person.click(zh);
  expect(onCommit).not.toHaveBeenCalled();
  await person.keyboard("五月");
  await person.tab();
  expect(onCommit).toHaveBeenCalledExactlyOnceWith({ en: "Go-live in May", zh: "上线五月" });
});

test("words that did not change are not committed", async () => {
  const { en, onCommit } = field();
  const person = userEvent.setup();
  await person.click(en);
  await person.keyboard("{Enter}");
  await person.tab();
  await person.tab();
  expect(onCommit).not.toHaveBeenCalled();
});

import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { expect, test, vi } from "vitest";
import type { DayReading, FigureReading } from "@/api/generated/api";
import { setHost } from "@/api/host";
import { newMemory } from "@/api/useQuery";
import { Check, Field, Form } from "@/design";
import { Choices } from "@/design/Choice";
import { DateField, DateTaken } from "@/design/DateField";
import { guardEscapes } from "@/design/keys";
import { NumberField } from "@/design/NumberField";
import { hostThat, reply } from "./window";

guardEscapes();

const DAYS: Record<string, DayReading> = {
  "16 mar 2026": { is: "day", day: "2026-03-16", reckoned: null },
  "+10wd": { is: "day", day: "2026-10-16", reckoned: { in: "working_days", count: 10, certainty: "certain" } },
  "3-16": { is: "day", day: "2026-03-16", reckoned: null },
  "03/04/2026": { is: "several", days: ["2026-04-03", "2026-03-04"] },
};
const FIGURES: Record<string, FigureReading> = { "1,234.50": { is: "figure", value: "1234.5" }, "1234.5": { is: "figure", value: "1234.5" }, "1234,5": { is: "several", values: ["1234.5"] } };

/** An engine that reads these, after `answers` lets it. */
function engine(answers: Promise<unknown> = Promise.resolve()) {
  setHost(
    hostThat({
      async call(command, request) {
        const { typed } = request as { typed?: string };
        await answers;
        if (command === "workspace_status") return reply({ open: { today: "2026-09-28" } });
        if (command === "read_day") return reply({ reading: DAYS[typed?.toLowerCase() ?? ""] ?? { is: "unread", why: "unreadable" } });
        if (command === "read_figure") return reply({ reading: FIGURES[typed ?? ""] ?? { is: "unread", why: { code: "unreadable" } } });
        return reply({});
      },
    }),
  );
}

const WITHOUT = { number: "", due: null as string | null, amount: "", people: [] as string[] };

function Sample({ begin = WITHOUT, onSave, onClose }: { begin?: typeof WITHOUT; onSave: (typed: typeof WITHOUT) => void; onClose: () => void }) {
  const [typed, setTyped] = useState(begin);
  const set = (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change }));
  const people = [{ value: "a", label: "Zhao" }, { value: "b", label: "Lin" }];
  return (
    <Form name="sample" save={{ testid: "save", busy: false, run: () => onSave(typed) }} close={{ testid: "close", run: onClose }}>
      <Field label="scope-number" required value={typed.number} onChange={(number) => set({ number })} testid="number" />
      <Field label="scope-source" rows={2} value="" onChange={() => undefined} testid="source" />
      <DateField label="scope-due" value={typed.due} onChange={(due) => set({ due })} testid="due" />
      <NumberField label="overview-payment-amount" figure={{ of: "amount", currency: "CNY" }} value={typed.amount} onChange={(amount) => set({ amount })} testid="amount" />
      <Choices label="document-sign-witnesses" options={people} value={typed.people} onChange={(people) => set({ people })} testid="people" />
      <Check label="unlock-remember" checked={false} onChange={() => undefined} testid="check" />
    </Form>
  );
}

function open(part: ReactNode) {
  return render(<QueryClientProvider client={newMemory()}>{part}</QueryClientProvider>);
}

function form(begin?: typeof WITHOUT) {
  const onSave = vi.fn();
  const onClose = vi.fn();
  open(<Sample {...(begin && { begin })} onSave={onSave} onClose={onClose} />);
  const field = (testid: string) => screen.getByTestId<HTMLInputElement>(testid);
  return { onSave, onClose, field, save: screen.getByTestId<HTMLButtonElement>("save") };
}

test("Enter saves nothing from any field and goes on to the next; Ctrl-Enter and the button save", async () => {
  engine();
  const hand = userEvent.setup();
  const { onSave, field, save } = form();
  expect(save.disabled).toBe(true);
  expect(screen.getByTestId("form-stands").textContent).toBe("Still missing: Number");
  expect(save.title).toBe("Still missing: Number");
  await hand.type(field("number"), "R-01{Enter}");
  expect(document.activeElement).toBe(field("source"));
  await hand.keyboard("{Enter}");
  expect(document.activeElement).toBe(field("source"));
  await hand.click(field("check"));
  await hand.keyboard("{Enter}");
  expect(onSave).not.toHaveBeenCalled();
  expect(screen.getByTestId("form-stands").textContent).toBe("");
  field("source").focus();
  await hand.keyboard("{Control>}{Enter}{/Control}");
  expect(onSave).toHaveBeenCalledTimes(1);
  await hand.click(save);
  expect(onSave).toHaveBeenCalledTimes(2);
});

test("asked to save while something is missing, the form goes there", async () => {
  engine();
  const hand = userEvent.setup();
  const { onSave, field } = form();
  field("source").focus();
  await hand.keyboard("{Control>}{Enter}{/Control}");
  expect(onSave).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(field("number"));
});

test("a day that is read stands in the reader's form and is saved as the record keeps it", async () => {
  engine();
  const hand = userEvent.setup();
  const { onSave, field, save } = form({ ...WITHOUT, number: "R-01" });
  await hand.type(field("due"), "3-16");
  await screen.findByTestId("due-echo");
  expect(screen.getByTestId("due-echo").textContent).toBe("16 Mar 2026 Monday");
  await hand.keyboard("{Enter}");
  expect(field("due").value).toBe("16 Mar 2026");
  expect(onSave).not.toHaveBeenCalled();
  await hand.click(save);
  expect(onSave).toHaveBeenCalledWith({ ...WITHOUT, number: "R-01", due: "2026-03-16" });
});

test("how a day was counted is said beside it", async () => {
  engine();
  const hand = userEvent.setup();
  const { field } = form();
  await hand.type(field("due"), "+10wd");
  await waitFor(() => expect(screen.getByTestId("due-echo").textContent).toBe("16 Oct 2026 Friday10 working days by the project’s calendar"));
});

test("what cannot be read stays after Tab, Enter, Esc and a click elsewhere, and stands against saving", async () => {
  engine();
  const hand = userEvent.setup();
  const { onSave, onClose, field, save } = form({ ...WITHOUT, number: "R-01" });
  await hand.type(field("due"), "soon");
  for (const leave of ["{Escape}", "{Enter}", "{Tab}"]) {
    await hand.keyboard(leave);
    await screen.findByTestId("due-fault");
    expect(field("due").value).toBe("soon");
    expect(field("due").ariaInvalid ?? field("due").getAttribute("aria-invalid")).toBe("true");
    field("due").focus();
  }
  expect(onClose).not.toHaveBeenCalled();
  await hand.click(field("number"));
  expect(field("due").value).toBe("soon");
  expect(save.disabled).toBe(true);
  expect(screen.getByTestId("form-stands").textContent).toContain("Cannot be read: Due");
  await hand.keyboard("{Control>}{Enter}{/Control}");
  expect(onSave).not.toHaveBeenCalled();
});

test("two readings are offered, and the one that is pressed is taken", async () => {
  engine();
  const hand = userEvent.setup();
  const { field, save } = form({ ...WITHOUT, number: "R-01" });
  await hand.type(field("due"), "03/04/2026");
  await hand.tab();
  await screen.findByTestId("due-several");
  expect(save.disabled).toBe(true);
  await hand.click(screen.getByTestId("due-take-2026-03-04"));
  expect(field("due").value).toBe("4 Mar 2026");
  expect(save.disabled).toBe(false);
});

test("asked to save before the answer is there, the form waits for it", async () => {
  let answer: (now: unknown) => void = () => undefined;
  engine(new Promise((resolve) => (answer = resolve)));
  const hand = userEvent.setup();
  const { onSave, field } = form({ ...WITHOUT, number: "R-01" });
  await hand.type(field("due"), "3-16");
  await hand.keyboard("{Control>}{Enter}{/Control}");
  expect(onSave).not.toHaveBeenCalled();
  answer(null);
  await waitFor(() => expect(onSave).toHaveBeenCalledWith({ ...WITHOUT, number: "R-01", due: "2026-03-16" }));
});

test("an amount is read, grouped at rest, and never guessed", async () => {
  engine();
  const hand = userEvent.setup();
  const { onSave, field, save } = form({ ...WITHOUT, number: "R-01" });
  await hand.type(field("amount"), "1234,5");
  await hand.tab();
  await screen.findByTestId("amount-several");
  expect(save.disabled).toBe(true);
  await hand.clear(field("amount"));
  await hand.type(field("amount"), "1,234.50");
  await screen.findByTestId("amount-echo");
  await hand.tab();
  expect(field("amount").value).toBe("1,234.50");
  await hand.click(save);
  expect(onSave).toHaveBeenCalledWith({ ...WITHOUT, number: "R-01", amount: "1234.5" });
});

test("Tab closes a list and keeps what is chosen; Esc closes the list alone", async () => {
  engine();
  const hand = userEvent.setup();
  const { onClose } = form({ ...WITHOUT, number: "R-01", people: ["a"] });
  const input = document.querySelector<HTMLInputElement>(".choice input");
  const press = () => fireEvent.mouseDown(input ?? document.body);
  const chosen = () => [...document.querySelectorAll(".ant-select-selection-item")].map((each) => each.textContent);
  input?.focus();
  const open = () => document.querySelector(".choice[data-open]") !== null;
  press();
  await waitFor(() => expect(open()).toBe(true));
  // antd knows keys by their codes alone.
  if (input) fireEvent.keyDown(input, { key: "Escape", keyCode: 27 });
  await waitFor(() => expect(open()).toBe(false));
  expect(onClose).not.toHaveBeenCalled();
  press();
  await waitFor(() => expect(open()).toBe(true));
  await hand.tab();
  await waitFor(() => expect(open()).toBe(false));
  expect(chosen()).toEqual(["Zhao"]);
  expect(document.activeElement).not.toBe(input);
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
  expect(onClose).toHaveBeenCalledTimes(1);
});

test("a day outside a form is taken once it is read and left, and only then", async () => {
  engine();
  const hand = userEvent.setup();
  const onTake = vi.fn();
  open(<DateTaken label="document-date" value="2026-05-09" onTake={onTake} testid="date" />);
  const field = screen.getByTestId<HTMLInputElement>("date");
  expect(field.value).toBe("9 May 2026");
  await hand.clear(field);
  await hand.type(field, "soon");
  await hand.tab();
  await screen.findByTestId("date-fault");
  expect(onTake).not.toHaveBeenCalled();
  await hand.clear(field);
  await hand.type(field, "3-16");
  expect(onTake).not.toHaveBeenCalled();
  await hand.tab();
  await waitFor(() => expect(onTake).toHaveBeenCalledExactlyOnceWith("2026-03-16"));
});

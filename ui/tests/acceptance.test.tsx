import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { host, type HostEvent } from "@/api/host";
import { listenToHost } from "@/window/events";
import type { CriterionView, MarkCriterion, RoundView } from "@/api/generated/api";
import { fixture, openWindow, PROJECT, reply } from "./window";

const recorded = fixture("criterion");
const untested: CriterionView = { ...recorded, mark: "not_tested", finding: null };

async function openCriterion(criterion: CriterionView = untested, round?: Partial<RoundView>) {
  const marked = vi.fn<(request: MarkCriterion) => void>();
  const concluded = vi.fn();
  openWindow({
    at: `/projects/${PROJECT}/acceptance`,
    answers: {
      criterion: () => reply(criterion),
      acceptance_round: () => reply({ ...fixture("acceptance_round"), ...round }),
      mark_criterion: (request) => {
        marked(request as MarkCriterion);
        return reply({ tally: fixture("acceptance_round").tally });
      },
      conclude_round: (request) => {
        concluded(request);
        return reply({ round: "any" });
      },
    },
  });
  await screen.findByTestId("acceptance-history");
  return { marked, concluded };
}

test.each([
  ["1", "passed"],
  ["3", "failed"],
] as const)("the key %s marks the criterion %s", async (key, mark) => {
  const { marked } = await openCriterion();
  await userEvent.keyboard(key);
  await waitFor(() => expect(marked).toHaveBeenCalledOnce());
  expect(marked.mock.calls[0]?.[0]).toMatchObject({ criterion: recorded.criterion.id, mark, remark: null, measured: null });
});

test("the key of the mark that stands writes nothing", async () => {
  const { marked } = await openCriterion();
  await userEvent.keyboard("4");
  expect(marked).not.toHaveBeenCalled();
});

test("passed with remark waits for the remark and is written together with it", async () => {
  const { marked } = await openCriterion();
  await userEvent.keyboard("2");
  expect(await screen.findByTestId("acceptance-remark-needed")).toBeTruthy();
  expect(screen.getByTestId("acceptance-mark-passed-with-remark").getAttribute("aria-checked")).toBe("true");
  expect(marked).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getByTestId("acceptance-remark-en"));
  await userEvent.keyboard("Took 14 minutes");
  await userEvent.tab();
  expect(marked).not.toHaveBeenCalled();
  await userEvent.keyboard("用时 14 分钟");
  await userEvent.tab();
  await waitFor(() => expect(marked).toHaveBeenCalledOnce());
  expect(marked.mock.calls[0]?.[0]).toMatchObject({ mark: "passed_with_remark", remark: { en: "Took 14 minutes", zh: "用时 14 分钟" } });
  await waitFor(() => expect(screen.queryByTestId("acceptance-remark-needed")).toBeNull());
});

test("while an input method composes a remark, neither leaving nor Ctrl-Enter nor a digit writes anything", async () => {
  const { marked } = await openCriterion();
  const zh = screen.getByTestId("acceptance-remark-zh");
  zh.focus();
  fireEvent.compositionStart(zh);
  fireEvent.change(zh, { target: { value: "yongshi" } });
  fireEvent.keyDown(zh, { key: "1" });
  fireEvent.keyDown(zh, { key: "Enter", ctrlKey: true, isComposing: true });
  fireEvent.blur(zh);
  expect(marked).not.toHaveBeenCalled();
  fireEvent.change(zh, { target: { value: "用时 14 分钟" } });
  fireEvent.compositionEnd(zh, { data: "用时 14 分钟" });
  expect(marked).not.toHaveBeenCalled();
  fireEvent.keyDown(zh, { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(marked).toHaveBeenCalledOnce());
  expect(marked.mock.calls[0]?.[0]).toMatchObject({ mark: "not_tested", remark: { en: "", zh: "用时 14 分钟" } });
});

test("only admissible conclusions can be drawn; of the others the page says why not", async () => {
  const { concluded } = await openCriterion(untested, { admissible: ["reinspection", "failed"] });
  await userEvent.click(screen.getByTestId("acceptance-conclude"));
  const passed = await screen.findByTestId<HTMLButtonElement>("acceptance-conclude-passed");
  expect(passed.disabled).toBe(true);
  expect(passed.textContent).toContain("4 criteria are not tested.");
  await userEvent.click(passed);
  expect(concluded).not.toHaveBeenCalled();
  const again = screen.getByTestId("acceptance-conclude-reinspection");
  expect(again.querySelector("small")).toBeNull();
  await userEvent.click(again);
  await waitFor(() => expect(concluded).toHaveBeenCalledOnce());
  expect(concluded.mock.calls[0]?.[0]).toMatchObject({ conclusion: "reinspection" });
});

test("a file let go over the window becomes evidence of the criterion that is shown", async () => {
  await openCriterion();
  let tell: (event: HostEvent) => void = () => undefined;
  vi.spyOn(host(), "listen").mockImplementation((heard) => void (tell = heard));
  listenToHost();
  act(() => tell({ kind: "hovering" }));
  expect(screen.getByText("Let go to attach the file to this criterion.")).toBeTruthy();
  act(() => tell({ kind: "dropped", paths: ["/home/zhao/机房.pdf"] }));
  expect((await screen.findByTestId("acceptance-evidence-form")).textContent).toContain("机房.pdf");
  expect(window.location.hash).toContain("acceptance");
});

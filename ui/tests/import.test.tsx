import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { ImportComparison, ImportPreview } from "@/api/generated/api";
import { fixture, openWindow, PROJECT, reply } from "./window";

const faulty = fixture("preview_import");
const PASTED = "Number\tRequirement\t需求\nR-047\tBackups are encrypted\t备份加密";

async function look(preview: ImportPreview, comparison?: ImportComparison) {
  const asked = vi.fn();
  const imported = vi.fn();
  openWindow({
    at: `/projects/${PROJECT}/scope`,
    answers: {
      preview_import: (request) => {
        asked(request);
        return reply(preview);
      },
      compare_import: () => reply(comparison ?? { added: 1, changed: 0, unchanged: 0, faults: 0, changes: [], missing: [] }),
      import_table: (request) => {
        imported(request);
        return reply({ added: 1, changed: 0, unchanged: 0, links: 0, not_read: preview.not_read });
      },
    },
  });
  await userEvent.click(await screen.findByTestId("scope-import"));
  await userEvent.click(await screen.findByTestId("import-text"));
  await userEvent.paste(PASTED);
  expect(screen.getByTestId<HTMLButtonElement>("import-confirm").disabled).toBe(true);
  await userEvent.click(screen.getByTestId("import-preview"));
  await screen.findByTestId("import-found");
  return { asked, imported };
}

test("every fault is named by its cell, and a table with faults cannot be imported", async () => {
  const { asked, imported } = await look(faulty);
  expect(asked).toHaveBeenCalledExactlyOnceWith({ target: "requirements", source: { from: "pasted", text: PASTED }, choices: {} });
  const faults = screen.getAllByTestId("import-fault");
  expect(faults.map(({ dataset }) => [dataset["row"], dataset["column"], dataset["problem"]])).toEqual([
    ["3", "B", "blank"],
    ["4", "A", "duplicate"],
  ]);
  expect(faults[0]?.textContent).toContain("Cell B3");
  expect(faults[1]?.textContent).toContain("R-047");
  expect(screen.getByTestId<HTMLButtonElement>("import-confirm").disabled).toBe(true);
  expect(imported).not.toHaveBeenCalled();
});

test("what was looked at is what is imported, whatever was typed since", async () => {
  const { imported } = await look({ ...faulty, faults: [] });
  await userEvent.click(screen.getByTestId("import-text"));
  await userEvent.keyboard("R-099");
  await userEvent.click(screen.getByTestId("import-confirm"));
  await waitFor(() => expect(imported).toHaveBeenCalledExactlyOnceWith({ project: PROJECT, target: "requirements", source: { from: "pasted", text: PASTED }, choices: {} }));
  await waitFor(() => expect(screen.queryByTestId("import-dialog")).toBeNull());
});

test("a column is mapped by hand, the record is compared, and the choice goes with the import", async () => {
  const { asked, imported } = await look({ ...faulty, faults: [] }, {
    added: 1, changed: 1, unchanged: 44, faults: 0, missing: [{ noun: "requirement", number: "R-046", text: { en: "Old", zh: "旧" } }],
    changes: [
      { noun: "requirement", number: "R-047", sheet: 0, row: 2, standing: "added", fields: [], stale: [] },
      { noun: "requirement", number: "R-001", sheet: 0, row: 3, standing: "changed", fields: [{ field: "title_en", before: "Two zones", after: "Three zones" }], stale: ["title_zh"] },
    ],
  });
  const changes = await screen.findByTestId("import-changes");
  expect([changes.dataset["added"], changes.dataset["changed"], changes.dataset["missing"]]).toEqual(["1", "1", "1"]);
  expect(screen.getAllByTestId("import-change").map(({ dataset }) => [dataset["standing"], dataset["number"]])).toEqual([["added", "R-047"], ["changed", "R-001"]]);
  expect(changes.textContent).toContain("Two zones");
  expect(changes.textContent).toContain("Three zones");
  await userEvent.click(screen.getByTestId("import-empties"));
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith({ target: "requirements", source: { from: "pasted", text: PASTED }, choices: { empties: true } }));
  await userEvent.click(screen.getByTestId("import-confirm"));
  await waitFor(() => expect(imported).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ choices: { empties: true } })));
});

test("a text of doubtful encoding waits for a person's choice", async () => {
  const { asked } = await look({
    ...faulty, faults: [],
    encoding: { name: "gb18030", is_doubtful: true, candidates: [{ name: "gb18030", lines: ["需求"] }, { name: "Big5", lines: ["剒?"] }] },
  });
  expect(screen.getByTestId<HTMLButtonElement>("import-confirm").disabled).toBe(true);
  await userEvent.click(screen.getByTestId("import-encoding-big5"));
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ choices: { encoding: "Big5" } })));
});

test("a word that is not known gets its meaning by hand, and it goes with the import", async () => {
  const columns = faulty.columns.map((column, at) => ({ ...column, field: at === 0 ? ("number" as const) : at === 1 ? ("priority" as const) : column.field }));
  const fault = { sheet: 0, row: 2, column: columns[1]?.address ?? "", problem: "unknown_word" as const, value: "急" };
  const { asked } = await look({ ...faulty, columns, faults: [fault, { ...fault, row: 3 }] });
  const word = screen.getByTestId("import-word");
  expect(word.dataset["means"]).toBe("unknown");
  fireEvent.mouseDown(within(screen.getByTestId("import-word-急")).getByRole("combobox"));
  fireEvent.click(await screen.findByTitle("Must"));
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ choices: { words: [{ word: "急", means: "must" }] } })));
});

import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { ImportPreview } from "@/api/generated/api";
import { fixture, openWindow, PROJECT, reply } from "./window";

const faulty = fixture("preview_import") as ImportPreview;
const PASTED = "Number\tRequirement\t需求\nR-047\tBackups are encrypted\t备份加密";

async function look(preview: ImportPreview) {
  const asked = vi.fn();
  const imported = vi.fn();
  openWindow({
    at: `/projects/${PROJECT}/scope`,
    answers: {
      preview_import: (request) => {
        asked(request);
        return reply(preview);
      },
      import_table: (request) => {
        imported(request);
        return reply({ added: 1, changed: 0 });
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
  expect(asked).toHaveBeenCalledExactlyOnceWith({ target: "requirements", source: { from: "pasted", text: PASTED } });
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
  await waitFor(() => expect(imported).toHaveBeenCalledExactlyOnceWith({ project: PROJECT, target: "requirements", source: { from: "pasted", text: PASTED } }));
  await waitFor(() => expect(screen.queryByTestId("import-dialog")).toBeNull());
});

import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { MANUAL } from "@/features/manual/pages";
import { openWindow, PROJECT, reply } from "./window";

/** Letters of either language that are neither bracketed by the pseudo-language nor marked as of the record. */
function foreign(root: HTMLElement): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? "";
    const element = node.parentElement;
    if (!/\p{L}/u.test(text) || !element || element.closest("[data-record], style, title, textarea")) continue;
    if (!/^\s*«[^]*»\s*$/.test(text)) found.push(text);
  }
  for (const name of ["placeholder", "title", "aria-label"]) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const text = element.getAttribute(name) ?? "";
      if (/\p{L}/u.test(text) && !text.includes("«") && !element.closest("[data-record]")) found.push(`${name}: ${text}`);
    }
  }
  return found;
}

const PAGES: [string, string, string][] = [
  ["Today", "/today", "today-item"],
  ["Projects", "/projects", "projects-table-row"],
  ["Overview", `/projects/${PROJECT}/overview`, "edit-stage"],
  ["Parties", `/projects/${PROJECT}/parties`, "people-table-row"],
  ["Audit journal", `/projects/${PROJECT}/journal`, "journal-table-row"],
  ["History", `/projects/${PROJECT}/history/document/any`, "compared-record"],
  ["Workspace", "/workspace", "backup"],
  ["Scope", `/projects/${PROJECT}/scope`, "scope-requirements-row"],
  ["Acceptance", `/projects/${PROJECT}/acceptance`, "acceptance-history"],
  ["Documents", `/projects/${PROJECT}/documents`, "documents-row"],
  ["Document", `/projects/${PROJECT}/documents?document=any`, "document-paragraph"],
  ["Presentation", `/projects/${PROJECT}/present`, "present-start"],
  ["Presentation of an item", `/projects/${PROJECT}/present?criterion=3.2`, "present-picture"],
  ["Presenter's page", `/projects/${PROJECT}/present/notes?criterion=3.2`, "notes-note"],
  ["Verify", "/verify?path=/home/zhao/report.pdf", "verify-verdict"],
  ...MANUAL.map(({ name }): [string, string, string] => [`Manual: ${name}`, `/manual/${name}?find=sign`, `manual-page-${name}`]),
];

test.each(PAGES)("%s says nothing that Fluent or the record did not", async (_name, at, sign) => {
  const { container } = openWindow({ at, language: "pseudo" });
  await screen.findAllByTestId(sign);
  await waitFor(() => expect(container.querySelector('[data-testid="skeleton"]')).toBeNull());
  expect(container.textContent).toContain("«");
  expect(foreign(container)).toEqual([]);
});

test("the first screen says nothing that Fluent or the record did not", async () => {
  const { container } = openWindow({ language: "pseudo", answers: { workspace_status: () => reply({ open: null, keychain: "available" }) } });
  await screen.findByTestId("page-unlock");
  expect(foreign(container)).toEqual([]);
});

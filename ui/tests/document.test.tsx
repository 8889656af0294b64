import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { DocumentView } from "@/api/generated/api";
import { fixture, openWindow, PROJECT, reply } from "./window";

const draft = fixture("document");

// jsdom measures nothing.
beforeEach(() => {
  vi.stubGlobal("ResizeObserver", class { observe = vi.fn(); unobserve = vi.fn(); disconnect = vi.fn(); });
});

async function openDocument(view: DocumentView) {
  const reviewed = vi.fn();
  const issued = vi.fn();
  openWindow({
    at: `/projects/${PROJECT}/documents?document=${view.document.id}`,
    answers: {
      document: () => reply(view),
      review_text: (request) => {
        reviewed(request);
        return reply({});
      },
      issue_document: (request) => {
        issued(request);
        return reply({ document: view.document.id, pages: 19, sha256: "", size_bytes: 0 });
      },
    },
  });
  await screen.findByTestId("document-obstacles");
  return { reviewed, issued };
}

test("everything in the way is listed, and while something is, the document cannot be issued", async () => {
  await openDocument(draft);
  const list = screen.getByTestId("document-obstacles");
  expect(within(list).getAllByTestId("document-obstacle").map((each) => each.dataset["kind"])).toEqual(draft.obstacles.map((each) => each.kind));
  expect(list.textContent).toContain("4 criteria are not tested");
  expect(list.textContent).toContain("412 / 421");
  expect(screen.queryByTestId("document-ready")).toBeNull();
  expect(screen.getByTestId<HTMLButtonElement>("document-issue").disabled).toBe(true);
});

test("an obstacle leads to where it is dealt with", async () => {
  await openDocument(draft);
  await userEvent.click(screen.getByTestId("document-obstacle-no-conclusion"));
  expect(window.location.hash).toBe(`#/projects/${PROJECT}/acceptance?panel=conclude`);
  expect(await screen.findByTestId("acceptance-conclude-panel")).toBeTruthy();
});

test("a text that waits for review is confirmed where it is listed; one with a missing side is not offered", async () => {
  const { reviewed } = await openDocument(draft);
  const offered = screen.getAllByTestId("document-obstacle-review");
  expect(offered).toHaveLength(1);
  const [text] = draft.obstacles.filter((each) => each.kind === "text");
  await userEvent.click(offered[0] as HTMLElement);
  await waitFor(() => expect(reviewed).toHaveBeenCalledExactlyOnceWith({ place: text?.place, record: text?.record }));
});

test("with nothing in the way issuing asks once more, and only the second yes issues", async () => {
  const { issued } = await openDocument({ ...draft, obstacles: [] });
  expect(screen.getByTestId("document-ready")).toBeTruthy();
  await userEvent.click(screen.getByTestId("document-issue"));
  const dialog = await screen.findByTestId("document-issue-dialog");
  expect(dialog.textContent).toContain("cannot be undone");
  expect(issued).not.toHaveBeenCalled();
  await userEvent.click(screen.getByTestId("document-issue-confirm"));
  await waitFor(() => expect(issued).toHaveBeenCalledExactlyOnceWith({ document: draft.document.id }));
});

import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { DocumentView, SignDocument } from "@/api/generated/api";
import { extended, normalised, type Stroke } from "@/features/documents/strokes";
import { fixture, openWindow, PROJECT, reply } from "./window";

const PAD = { left: 100, top: 50, width: 400, height: 200 };

describe("strokes", () => {
  test("a place on the pad lies in the unit square, origin top left", () => {
    expect(normalised(100, 50, PAD)).toEqual([0, 0]);
    expect(normalised(500, 250, PAD)).toEqual([1, 1]);
    expect(normalised(200, 200, PAD)).toEqual([0.25, 0.75]);
  });

  test("a pointer beyond an edge draws along it", () => {
    expect(normalised(40, 400, PAD)).toEqual([0, 1]);
    expect(normalised(900, -10, PAD)).toEqual([1, 0]);
  });

  test("a pointer that hardly moved adds no point", () => {
    const stroke: Stroke = [[0.5, 0.5]];
    expect(extended(stroke, [0.5001, 0.5])).toBe(stroke);
    expect(extended(stroke, [0.51, 0.5])).toEqual([[0.5, 0.5], [0.51, 0.5]]);
  });
});

const draft = fixture("document");
const issued: DocumentView = {
  ...draft,
  obstacles: [],
  document: {
    ...draft.document,
    state: "issued",
    issued: {
      at: "2026-09-28T10:02:00+08:00", sha256: "ab".repeat(32), record_sha256: "cd".repeat(32), pages: 19, heads: [],
      fields: [{ name: "signature.1", page: 18, rect: [52_000, 480_000, 282_000, 576_000] }],
    },
  },
};

// jsdom measures and paints nothing.
beforeEach(() => {
  vi.stubGlobal("ResizeObserver", class { observe = vi.fn(); unobserve = vi.fn(); disconnect = vi.fn(); });
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  vi.spyOn(HTMLCanvasElement.prototype, "getBoundingClientRect").mockReturnValue({ ...PAD, x: 100, y: 50, right: 500, bottom: 250, toJSON: () => ({}) });
  HTMLElement.prototype.setPointerCapture = vi.fn();
});

async function openSigning(view: DocumentView = issued) {
  const signed = vi.fn<(request: SignDocument) => void>();
  const asked = vi.fn();
  openWindow({
    at: `/projects/${PROJECT}/documents?document=${view.document.id}`,
    answers: {
      document: () => reply(view),
      preview_page: (request) => {
        asked(request);
        return reply(fixture("preview_page"));
      },
      sign_document: (request) => {
        signed(request as SignDocument);
        return reply({ document: view.document.id, sha256: "", certificate: "", remaining: 2 });
      },
    },
  });
  await userEvent.click(await screen.findByTestId("document-sign"));
  return { signed, asked, canvas: await screen.findByTestId("signing-canvas") };
}

test("a drawn signature is sent as strokes of the unit square, for the signer whose turn it is", async () => {
  const { signed, canvas } = await openSigning();
  expect(screen.getByTestId<HTMLButtonElement>("signing-sign").disabled).toBe(true);
  fireEvent.pointerDown(canvas, { pointerId: 1, button: 0, clientX: 100, clientY: 50 });
  fireEvent.pointerMove(canvas, { pointerId: 1, clientX: 300, clientY: 150 });
  // A palm that rests on the pad draws nothing.
  fireEvent.pointerMove(canvas, { pointerId: 2, clientX: 120, clientY: 240 });
  fireEvent.pointerMove(canvas, { pointerId: 1, clientX: 700, clientY: 250 });
  fireEvent.pointerUp(canvas, { pointerId: 1 });
  fireEvent.pointerMove(canvas, { pointerId: 1, clientX: 110, clientY: 60 });
  fireEvent.pointerDown(canvas, { pointerId: 3, button: 0, clientX: 200, clientY: 100 });
  fireEvent.pointerUp(canvas, { pointerId: 3 });
  await userEvent.click(screen.getByTestId("signing-sign"));
  await waitFor(() => expect(signed).toHaveBeenCalledOnce());
  expect(signed.mock.calls[0]?.[0]).toEqual({
    document: issued.document.id,
    signer: issued.signers[0]?.signer.id,
    mark: { drawn_as: "drawn", strokes: [[[0, 0], [0.5, 0.5], [1, 1]], [[0.25, 0.25]]] },
    key: { with: "room_key", witnesses: [] },
    reason: { en: "", zh: "" },
  });
});

test("clearing takes the ink away, and an empty pad cannot be signed", async () => {
  const { canvas } = await openSigning();
  fireEvent.pointerDown(canvas, { pointerId: 1, button: 0, clientX: 200, clientY: 100 });
  fireEvent.pointerUp(canvas, { pointerId: 1 });
  expect(canvas.dataset["strokes"]).toBe("1");
  await userEvent.click(screen.getByTestId("signing-clear"));
  expect(canvas.dataset["strokes"]).toBe("0");
  expect(screen.getByTestId<HTMLButtonElement>("signing-sign").disabled).toBe(true);
});

test("the page with the signer's box is shown and the box outlined where the document has it", async () => {
  const { asked } = await openSigning();
  const box = await screen.findByTestId("signing-box");
  expect(asked).toHaveBeenCalledWith(expect.objectContaining({ page: 18 }));
  expect(Number.parseFloat(box.style.left)).toBeCloseTo((100 * 52) / 595.276, 3);
  expect(Number.parseFloat(box.style.top)).toBeCloseTo((100 * (841.89 - 576)) / 841.89, 3);
});

test("what the signature is worth is said in both languages, whatever the window speaks", async () => {
  await openSigning();
  const note = screen.getByTestId("signing-note").textContent;
  expect(note).toContain("is not kept");
  expect(note).toContain("用后即毁");
});

test("when everybody has signed, the dialog says so and offers the export", async () => {
  let view = issued;
  const done: DocumentView = {
    ...issued,
    document: { ...issued.document, state: "signed" },
    signers: issued.signers.map((each) => ({ ...each, turn: "done" })),
  };
  openWindow({
    at: `/projects/${PROJECT}/documents?document=${issued.document.id}`,
    answers: {
      document: () => reply(view),
      sign_document: () => {
        view = done;
        return reply({ document: issued.document.id, sha256: "", certificate: "", remaining: 0 }, { stale: ["documents"] });
      },
    },
  });
  await userEvent.click(await screen.findByTestId("document-sign"));
  await userEvent.click(await screen.findByTestId("signing-type"));
  await userEvent.click(screen.getByTestId("signing-sign"));
  expect(await screen.findByTestId("signing-complete")).toBeTruthy();
  expect(screen.getByTestId("signing-export")).toBeTruthy();
  expect(screen.queryByTestId("signing-sign")).toBeNull();
});

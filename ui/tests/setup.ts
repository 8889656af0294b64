import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach } from "vitest";

// Pages load their parts when they are first opened; on a machine busy with other builds that takes a while.
configure({ asyncUtilTimeout: 20_000 });

// jsdom has no media queries: widths are held against the window's own, everything else is so.
const matches = (query: string) => {
  const most = /max-width: ([\d.]+)px/.exec(query)?.[1];
  return most === undefined || window.innerWidth <= Number(most);
};
window.matchMedia = (query) => ({ matches: matches(query), media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList;
beforeEach(() => void (window.innerWidth = 1280));

// It lays nothing out; tables draw the rows that fit into this height.
const height = {
  get(this: HTMLElement) {
    return this.classList.contains("table") ? 600 : 36;
  },
};
Object.defineProperties(HTMLElement.prototype, {
  clientHeight: height,
  offsetHeight: height,
  clientWidth: { get: () => 900 },
  offsetWidth: { get: () => 900 },
});
HTMLElement.prototype.scrollIntoView = () => undefined;
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

afterEach(cleanup);

// Nothing has a size without a layout, so nothing ever changes it.
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

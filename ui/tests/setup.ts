import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// Pages load their parts when they are first opened; on a machine busy with other builds that takes a while.
configure({ asyncUtilTimeout: 20_000 });

// jsdom lays nothing out and has no media queries; tables draw the rows that fit into this height.
window.matchMedia = (query) => ({ matches: true, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList;
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

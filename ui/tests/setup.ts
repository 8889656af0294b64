import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

// jsdom has neither; both only decide how things look.
window.matchMedia = (query) => ({ matches: true, media: query }) as MediaQueryList;
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};

afterEach(cleanup);

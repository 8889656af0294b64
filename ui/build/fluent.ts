import { FluentResource } from "@fluent/bundle";
import type { Plugin } from "vite";

/** Parses the messages while building: the window reads what a parser would make of them, and only when it speaks the language. */
export function fluent(): Plugin {
  return {
    name: "fluent",
    transform(text, file) {
      if (!file.endsWith(".ftl")) return;
      const entries = JSON.stringify(JSON.stringify(new FluentResource(text).body));
      return { code: `export default () => JSON.parse(${entries});`, map: null };
    },
  };
}

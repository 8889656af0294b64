import { expect, test } from "vitest";
import { FAILURES } from "@/api/generated/api";
import { sayIn } from "@/i18n";

test("every failure can be said in both languages with what it carries", () => {
  for (const [code, names] of Object.entries(FAILURES)) {
    const args = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
    // An act and its arguments are said as the journal says them.
    if (names.includes("act")) args["what"] = "<what>";
    for (const language of ["en", "zh"] as const) {
      const said = sayIn(language, `failure-${code.replaceAll("_", "-")}`, args);
      expect(said, `${language} ${code}`).toBeTruthy();
      // Fluent leaves the name of a variable that nobody gave in braces.
      expect(said, `${language} ${code}`).not.toMatch(/\{\$/);
    }
  }
});

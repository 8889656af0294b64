import { expect, test } from "vitest";
import type { At } from "@/api/host";
import { lasted } from "@/features/presentation/Clocks";
import { itemAt, itemsOf, lengthOf, moved, nextLanguage } from "@/features/presentation/sequence";
import { fixture } from "./window";

const START: At = { kind: "start" };
const END: At = { kind: "end" };
const item = (place: number): At => ({ kind: "item", place });

test.each<[At, number, number, At]>([
  [START, 1, 3, item(1)],
  [item(1), 1, 3, item(2)],
  [item(3), 1, 3, END],
  [END, 1, 3, END],
  [END, -1, 3, item(3)],
  [item(1), -1, 3, START],
  [START, -1, 3, START],
  // A round without criteria has its two ends.
  [START, 1, 0, END],
  [END, -1, 0, START],
])("from %o, %i further of %i is %o", (at, by, total, expected) => {
  expect(moved(at, by, total)).toEqual(expected);
});

test("every item of the sample is reached by its place", () => {
  const round = fixture("present_round");
  expect(itemsOf(round)).toHaveLength(round.total);
  for (const { item: each } of itemsOf(round)) expect(itemAt(round, item(each.place))?.item.number).toBe(each.number);
  expect(itemAt(round, START)).toBeUndefined();
});

test("the languages go round, and a test's own stays", () => {
  expect(nextLanguage("both")).toBe("en");
  expect(nextLanguage("en")).toBe("zh");
  expect(nextLanguage("zh")).toBe("both");
  expect(nextLanguage("pseudo")).toBe("pseudo");
});

test.each([
  [40, 10, "short"],
  [200, 40, "middle"],
  [40, 100, "middle"],
  [320, 20, "long"],
] as const)("%i English and %i Chinese characters are %s", (en, zh, expected) => {
  expect(lengthOf({ en: "a".repeat(en), zh: "字".repeat(zh) })).toBe(expected);
});

test.each([
  [0, "0:00"],
  [59_999, "0:59"],
  [309_000, "5:09"],
  [3_909_000, "1:05:09"],
])("%i milliseconds are %s", (ms, said) => {
  expect(lasted(ms)).toBe(said);
});

import { expect, test } from "vitest";
import { day, fraction, grouped, moment, money, percent } from "@/design";

test("amounts are grouped exactly, beyond what a float can hold", () => {
  expect(money("3240000.00", "CNY", "en")).toBe("CNY\u00a03,240,000.00");
  expect(money("3240000", "CNY", "zh")).toBe("¥3,240,000.00");
  expect(money("90071992547409931.07", "CNY", "zh")).toBe("¥90,071,992,547,409,931.07");
  expect(money("1250000.5", "SGD", "zh")).toBe("SGD\u00a01,250,000.50");
  expect(money("1500000", "VND", "en")).toBe("VND\u00a01,500,000");
});

test("a negative amount has a real minus, and zero has none", () => {
  expect(money("-1200.5", "CNY", "zh")).toBe("\u2212¥1,200.50");
  expect(money("-0.00", "CNY", "en")).toBe("CNY\u00a00.00");
  expect(grouped("0.070")).toBe("0.07");
});

test("fractions and per cent turn into each other without rounding", () => {
  expect(percent("0.30")).toBe("30");
  expect(percent("0.065")).toBe("6.5");
  expect(percent("1")).toBe("100");
  expect(fraction("6.5")).toBe("0.065");
  expect(fraction("30")).toBe("0.3");
  expect(fraction("100")).toBe("1");
  expect(fraction("0")).toBe("0");
  expect(fraction("six")).toBeUndefined();
});

test("days and moments cannot be misread", () => {
  expect(day("2026-05-09", "en")).toBe("9 May 2026");
  expect(day("2026-05-09", "zh")).toBe("2026年5月9日");
  // The clock on the wall where it happened, whatever the zone of the reader.
  expect(moment("2026-12-31T23:50:00+08:00", "en")).toBe("31 Dec 2026, 23:50");
});

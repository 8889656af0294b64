// The page Verify: its first words are the verdict; what stands open and what contradicts itself is told with it.
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Fault, VerifyReport } from "@/api/generated/api";
import { fixture, openWindow, reply } from "./window";

const unchanged = fixture("verify_file");
const altered: Fault = { code: "bytes_altered", weight: "change", args: { page: 15, object: 74 } };
const early: Fault = { code: "before_issue", weight: "contradiction", args: { stated: "2026-09-27T10:10:00+08:00", actual: "2026-09-28T10:00:00+08:00" } };

async function verdictOn(report: Partial<VerifyReport>, language: "en" | "zh" = "en") {
  const answers = { verify_file: () => reply({ ...unchanged, ...report }) };
  const { unmount } = openWindow({ at: "/verify?path=/home/zhao/report.pdf", language, answers });
  return { verdict: await screen.findByTestId("verify-verdict"), unmount };
}

test.each([
  ["en", {}, "UnchangedEverything in this file is as it was signed, and all places are signed: 3 of 3."],
  ["zh", {}, "未被改动文件内容与签署时完全一致，签署位置共 3 处，均已签署。"],
  ["en", { outstanding: [4] }, "UnchangedWhat was signed is as it was, but not all have signed: 3 of 4 places."],
  ["zh", { outstanding: [4] }, "未被改动所签内容与签署时一致，但尚未签完：签署位置共 4 处，已签 3 处。"],
  ["en", { verdict: "changed", faults: [altered] }, "ChangedThis file is not what was signed."],
  ["en", { verdict: "cannot_be_judged", unjudged: "not_signed", signatures: [], document: null }, "Cannot be judgedThere is no signature in this file. Ask for the signed one."],
] as const)("in %s the first words are the verdict and its one sentence", async (language, report, words) => {
  const { verdict } = await verdictOn(report as Partial<VerifyReport>, language);
  expect(verdict.textContent.startsWith(words), verdict.textContent).toBe(true);
  const page = screen.getByTestId("page-verify").querySelector(".verify");
  expect(page?.firstElementChild).toBe(verdict);
});

test("what contradicts itself is named beside an unchanged verdict, apart from what was changed", async () => {
  const { verdict, unmount } = await verdictOn({ faults: [early] });
  expect(verdict.dataset["verdict"]).toBe("unchanged");
  expect(within(verdict).getByTestId("verify-contradicts").textContent).toContain("contradicts itself in one place");
  expect(screen.getByText("What contradicts itself")).toBeTruthy();
  expect(screen.queryByText("What was found")).toBeNull();
  unmount();
  const both = await verdictOn({ verdict: "changed", faults: [altered, early] });
  expect(within(both.verdict).queryByTestId("verify-contradicts")).toBeNull();
  expect(screen.getAllByTestId("verify-fault").map((each) => each.dataset["weight"])).toEqual(["change", "contradiction"]);
  expect(screen.getByText("What was found")).toBeTruthy();
});

test("of a broken signature it is not said that nothing came after it", async () => {
  const [first, ...others] = unchanged.signatures;
  if (!first) throw new Error("the fixture is signed");
  await verdictOn({ verdict: "changed", faults: [altered], signatures: [{ ...first, integrity: "broken" }, ...others] });
  const [broken, intact] = screen.getAllByTestId("verify-signature");
  expect(broken?.textContent).not.toContain("Nothing but later signatures");
  expect(intact?.textContent).toContain("Nothing but later signatures");
});

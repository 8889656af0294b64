import { expect, test } from "vitest";
import { asText, type Sheet } from "@/design/sheet";
import { ofExamined } from "@/features/acceptance/sheet";
import { ofDocument } from "@/features/documents/sheet";
import { ofPerson } from "@/features/party/sheet";
import { ofProject } from "@/features/project/sheet";
import { ofCriterion, ofDeliverable, ofRequirement } from "@/features/scope/sheet";
import { fixture } from "./window";

const sheet: Sheet = {
  kind: { en: "Requirement R-002", zh: "需求 R-002" },
  title: { en: "Tenants with quotas", zh: "租户配额" },
  lines: [
    { label: { en: "Priority", zh: "优先级" }, value: { en: "Must", zh: "必须" } },
    { label: { en: "Source", zh: "来源" }, value: { en: "Annex\t1", zh: "Annex\t1" } },
    { label: { en: "Remark", zh: "保留意见" }, value: { en: "Switching took 14 minutes with one operator; say who rings whom.", zh: "一名操作员完成切换用时 14 分钟。" } },
  ],
};

test("a record is copied as plain lines in the languages that are read", () => {
  expect(asText(sheet, "en")).toBe(
    "Requirement R-002\nTenants with quotas\n\nPriority: Must\nSource: Annex 1\nRemark:\nSwitching took 14 minutes with one operator; say who rings whom.",
  );
  expect(asText(sheet, "zh")).toBe("需求 R-002\n租户配额\n\n优先级: 必须\n来源: Annex 1\n保留意见: 一名操作员完成切换用时 14 分钟。");
  expect(asText(sheet, "both").split("\n").slice(3)).toEqual([
    "",
    "Priority 优先级: Must · 必须",
    "Source 来源: Annex 1",
    "Remark 保留意见:",
    "Switching took 14 minutes with one operator; say who rings whom.",
    "一名操作员完成切换用时 14 分钟。",
  ]);
});

test("every kind of record says its title and its fields in both languages, and no internal note", () => {
  const matrix = fixture("scope_matrix");
  const parties = fixture("list_parties");
  const beside = { stacks: [], organisations: parties.organisations };
  const [requirement, deliverable, criterion, person] = [matrix.requirements[0], matrix.deliverables[0], matrix.criteria[0], parties.people.find((each) => each.internal_note !== "") ?? parties.people[0]];
  if (!requirement || !deliverable || !criterion || !person) throw new Error("the fixtures hold no record");
  const sheets = [
    ofRequirement(requirement, beside),
    ofDeliverable(deliverable, matrix, beside),
    ofCriterion(criterion, matrix),
    ofExamined(fixture("criterion")),
    ofPerson({ ...person, internal_note: "QUOKKA" }, parties.organisations[0]),
    ofDocument(fixture("document")),
    ofProject(fixture("project_overview")),
  ];
  for (const made of sheets) {
    const text = asText(made, "both");
    expect(made.title.en && made.title.zh, text).toBeTruthy();
    expect(made.lines.length, text).toBeGreaterThan(1);
    expect(text).not.toMatch(/\t|QUOKKA|\{\$|sheet-|scope-|value-/);
  }
});

// Why a conclusion is not offered, in words. Which are offered is for the engine alone to say; these reasons follow
// the same facts.
import type { Conclusion, RoundView } from "@/api/generated/api";
import type { MessageId } from "@/i18n";

export const CONCLUSIONS: Conclusion[] = ["passed", "conditional", "reinspection", "failed"];

export interface Reason {
  id: MessageId;
  count?: number;
}

export function reasons(view: RoundView, conclusion: Conclusion): Reason[] {
  const { tally } = view;
  const lines = view.chapters.flatMap((chapter) => chapter.criteria);
  const open = view.open_issues.map(({ issue }) => issue).filter((issue) => !issue.closed);
  const blocking = open.filter((issue) => issue.blocking === "blocks").length;
  const found: Reason[] = [];
  const say = (id: MessageId, count: number) => {
    if (count > 0) found.push({ id, count });
  };
  if (lines.length === 0) found.push({ id: "acceptance-why-no-criteria" });
  if (conclusion === "passed") {
    say("acceptance-why-untested", tally.not_tested);
    say("acceptance-why-failed", tally.failed);
    say("acceptance-why-blocking", blocking);
    say("acceptance-why-open", open.length - blocking);
  } else if (conclusion === "conditional") {
    say("acceptance-why-untested", tally.not_tested);
    const named = new Set(open.map((issue) => issue.criterion));
    say("acceptance-why-failed-without-issue", lines.filter(({ mark, criterion }) => mark === "failed" && !named.has(criterion.id)).length);
    say("acceptance-why-blocking", blocking);
    say("acceptance-why-unassigned", open.filter((issue) => !issue.owner || !issue.due).length);
    if (open.length === 0 && tally.failed === 0 && tally.passed_with_remark === 0 && lines.length > 0) {
      found.push({ id: "acceptance-why-nothing-to-condition" });
    }
  } else if (tally.failed === 0 && tally.not_tested === 0 && blocking === 0) {
    found.push({ id: "acceptance-why-nothing-to-correct" });
  }
  return found;
}

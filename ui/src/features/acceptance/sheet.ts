// A criterion as it was examined, and an open issue, as text and on paper.
import type { CriterionView, OpenIssueView } from "@/api/generated/api";
import { coded, field, listed, ofDay, ofMoment, ofText, said, same, type Sheet } from "@/design/sheet";

const numbered = (title: { en: string; zh: string }, number: string) => ({ en: `${number} ${title.en}`, zh: `${number} ${title.zh}` });

export function ofExamined(view: CriterionView): Sheet {
  const { criterion, finding } = view;
  const titles = (list: CriterionView["requirements"]) => listed(list.map(({ number, title }) => numbered(ofText(title), number)));
  return {
    kind: numberAfter(said("sheet-criterion"), criterion.number),
    title: ofText(criterion.text),
    lines: [
      ...field("scope-method", criterion.method === "not-stated" ? null : said(`scope-method-${criterion.method}`)),
      ...field("acceptance-column-mark", coded(`mark-${view.mark.replaceAll("_", "-")}`)),
      ...field("field-marked-at", finding?.marked_at ? ofMoment(finding.marked_at) : null),
      ...field("acceptance-remark", finding && ofText(finding.remark)),
      ...field("acceptance-measured", finding && ofText(finding.measured)),
      ...field("acceptance-witness", view.witness && ofText(view.witness)),
      ...field("acceptance-evidence", listed(view.evidence.map(({ evidence }) => numbered(ofText(evidence.title), evidence.number)))),
      ...field("acceptance-issue-text", listed(view.open_issues.map((issue) => numbered(ofText(issue.text), issue.number)))),
      ...field("scope-linked-requirements", titles(view.requirements)),
      ...field("scope-deliverables", titles(view.deliverables)),
    ],
  };
}

const numberAfter = (kind: { en: string; zh: string }, number: string) => ({ en: `${kind.en} ${number}`, zh: `${kind.zh} ${number}` });

export function ofIssue({ issue, criterion, owner }: OpenIssueView): Sheet {
  return {
    kind: numberAfter(said("sheet-open-issue"), issue.number),
    title: ofText(issue.text),
    lines: [
      ...field("acceptance-issue-criterion", criterion ? same(criterion) : null),
      ...field("acceptance-issue-owner", owner && ofText(owner)),
      ...field("acceptance-issue-due", issue.due ? ofDay(issue.due) : null),
      ...field("acceptance-issue-blocking", said(issue.blocking === "blocks" ? "acceptance-issue-blocks" : "acceptance-issue-does-not-block")),
      ...field("sheet-closed", issue.closed ? ofDay(issue.closed) : null),
    ],
  };
}

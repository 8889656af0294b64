import type { RoundView } from "@/api/generated/api";
import { BilingualField, Form, Labelled, placeOf, ReviewText, Segments, SheetActs, SidePanel, useRecordForm, wordsOf } from "@/design";
import { Choice } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { HistoryButton } from "@/features/comparison/HistoryButton";
import { T, useDisplay, useT } from "@/i18n";
import { oneLine, usePartyOptions } from "@/features/party/options";
import { ofIssue } from "./sheet";

interface Properties {
  view: RoundView;
  /** None for a new one. */
  issue: string | null;
  criterion: string | null;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** An open issue, new or recorded. */
export function IssuePanel({ view, issue: id, criterion, onClose, onSaved }: Properties) {
  const t = useT();
  const display = useDisplay();
  const line = view.open_issues.find(({ issue }) => issue.id === id);
  const recorded = line?.issue;
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_open_issue",
    place: placeOf("open_issue", view.round.id, recorded?.id),
    begin: () => ({
      text: wordsOf(recorded?.text),
      criterion: recorded?.criterion ?? criterion,
      owner: recorded?.owner ?? null,
      due: recorded?.due ?? null,
      blocking: recorded?.blocking ?? ("does_not_block" as const),
      closed: recorded?.closed ?? null,
    }),
    ask: (now) => ({ issue: recorded?.id ?? null, round: view.round.id, ...now }),
    onSaved: (saved) => onSaved(saved.issue),
  });
  const { people } = usePartyOptions();
  const criteria = view.chapters
    .flatMap((chapter) => chapter.criteria)
    .map((line) => ({ value: line.criterion.id, label: `${line.criterion.number} ${oneLine(line.criterion.text, display)}` }));
  return (
    <SidePanel
      testid="acceptance-issue-panel"
      head={
        <>
          <h2>{recorded ? <T id="acceptance-issue-edit" args={{ number: recorded.number }} /> : <T id="acceptance-issue-add" />}</h2>
          <span className="push" />
          {line && <SheetActs testid="acceptance-issue" sheet={() => ofIssue(line)} />}
          {recorded && <HistoryButton noun="open_issue" id={recorded.id} />}
        </>
      }
    >
      <Form
        name="acceptance-issue"
        draft={draft}
        failure={save.failure}
        save={{ testid: "acceptance-issue-save", busy: save.busy, run: submit }}
        close={{ testid: "acceptance-issue-cancel", run: onClose }}
      >
        <div className="reviewed-field">
          <BilingualField label="acceptance-issue-text" required value={typed.text} text={recorded?.text} onChange={(text) => set({ text })} as="stacked" rows={3} testid="acceptance-issue-text" />
          {recorded && <ReviewText text={recorded.text} place="open_issue_text" record={recorded.id} testid="acceptance-review-issue" />}
        </div>
        <Choice label="acceptance-issue-criterion" options={criteria} value={typed.criterion} onChange={(chosen) => set({ criterion: chosen })} clearable="yes" speaks="record" testid="acceptance-issue-criterion" />
        <Choice label="acceptance-issue-owner" options={people} value={typed.owner} onChange={(chosen) => set({ owner: chosen })} clearable="yes" speaks="record" testid="acceptance-issue-owner" />
        <DateField label="acceptance-issue-due" sense="ahead" value={typed.due} onChange={(due) => set({ due })} testid="acceptance-issue-due" />
        <Labelled label="acceptance-issue-blocking">
          <Segments
            label={t("acceptance-issue-blocking")}
            value={typed.blocking}
            onChange={(blocking) => set({ blocking })}
            options={[
              { value: "does_not_block", label: <T id="acceptance-issue-does-not-block" /> },
              { value: "blocks", label: <T id="acceptance-issue-blocks" /> },
            ]}
            testid="acceptance-issue-blocking"
          />
        </Labelled>
        {recorded && <DateField label="acceptance-issue-closed" sense="behind" value={typed.closed} onChange={(closed) => set({ closed })} testid="acceptance-issue-closed" />}
      </Form>
    </SidePanel>
  );
}

import { useState } from "react";
import type { RoundView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, DraftOffer, Failure, Labelled, placeOf, ReviewText, Segments, SheetActs, SidePanel, useDraft, wordsOf } from "@/design";
import { Choice, DateField } from "@/design/Choice";
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
  const [clean] = useState(() => ({
    text: wordsOf(recorded?.text),
    criterion: recorded?.criterion ?? criterion,
    owner: recorded?.owner ?? null,
    due: recorded?.due ?? null,
    blocking: recorded?.blocking ?? ("does_not_block" as const),
    closed: recorded?.closed ?? null,
  }));
  const [typed, setTyped] = useState(clean);
  const draft = useDraft(placeOf("open_issue", view.round.id, recorded?.id), typed, clean, setTyped);
  const save = useCommand("save_open_issue", { failures: "inline" });
  const { people } = usePartyOptions();
  const set = <K extends keyof typeof typed>(key: K, value: (typeof typed)[K]) => setTyped((now) => ({ ...now, [key]: value }));
  const criteria = view.chapters
    .flatMap((chapter) => chapter.criteria)
    .map((line) => ({ value: line.criterion.id, label: `${line.criterion.number} ${oneLine(line.criterion.text, display)}` }));
  const submit = async () => {
    const saved = await save.run({ issue: recorded?.id ?? null, round: view.round.id, ...typed });
    if (!saved) return;
    draft.settle();
    onSaved(saved.issue);
  };
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
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DraftOffer draft={draft} testid="acceptance-issue" />
        <div className="reviewed-field">
          <BilingualField label="acceptance-issue-text" value={typed.text} text={recorded?.text} onChange={(text) => set("text", text)} as="stacked" rows={3} testid="acceptance-issue-text" />
          {recorded && <ReviewText text={recorded.text} place="open_issue_text" record={recorded.id} testid="acceptance-review-issue" />}
        </div>
        <Choice label="acceptance-issue-criterion" options={criteria} value={typed.criterion} onChange={(chosen) => set("criterion", chosen)} clearable="yes" speaks="record" testid="acceptance-issue-criterion" />
        <Choice label="acceptance-issue-owner" options={people} value={typed.owner} onChange={(chosen) => set("owner", chosen)} clearable="yes" speaks="record" testid="acceptance-issue-owner" />
        <DateField label="acceptance-issue-due" value={typed.due} onChange={(due) => set("due", due)} testid="acceptance-issue-due" />
        <Labelled label="acceptance-issue-blocking">
          <Segments
            label={t("acceptance-issue-blocking")}
            value={typed.blocking}
            onChange={(blocking) => setTyped((now) => ({ ...now, blocking }))}
            options={[
              { value: "does_not_block", label: <T id="acceptance-issue-does-not-block" /> },
              { value: "blocks", label: <T id="acceptance-issue-blocks" /> },
            ]}
            testid="acceptance-issue-blocking"
          />
        </Labelled>
        {recorded && <DateField label="acceptance-issue-closed" value={typed.closed} onChange={(closed) => set("closed", closed)} testid="acceptance-issue-closed" />}
        <Failure failure={save.failure} />
        <div className="row row-end">
          <Button label="app-cancel" look="ghost" testid="acceptance-issue-cancel" onClick={() => { draft.settle(); onClose(); }} />
          <Button label="app-save" type="submit" disabled={save.busy || !(typed.text.en.trim() || typed.text.zh.trim())} testid="acceptance-issue-save" />
        </div>
      </form>
    </SidePanel>
  );
}

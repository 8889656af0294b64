// What can be done with several criteria or open issues of a round at once.
import { useMemo, useState } from "react";
import type { CriterionLine, Mark, OpenIssueChange, OpenIssueView, RoundView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, FormDialog, placeOf, useChosen, useKeys, useTyping } from "@/design";
import type { Choosing } from "@/design/choosing";
import { SetDay, SetTo } from "@/design/ManyActs";
import { usePartyOptions } from "@/features/party/options";
import { T, useT } from "@/i18n";
import { MARKS } from "./MarkButtons";

const BLANK = { en: "", zh: "" };

export function useManyCriteria(view: RoundView): Choosing<CriterionLine> {
  const ids = useMemo(() => view.chapters.flatMap((chapter) => chapter.criteria.map(({ criterion }) => criterion.id)), [view]);
  const { chosen, choose, list } = useChosen(ids);
  return { chosen, onChoose: choose, nameOf: ({ criterion }) => criterion.number, acts: <MarkAll round={view.round.id} criteria={list} /> };
}

/** The four marks over all that are chosen; their keys mean all of them, too, and not the one in the panel. */
function MarkAll({ round, criteria }: { round: string; criteria: string[] }) {
  const [asking, setAsking] = useState(false);
  const save = useCommand("mark_criteria");
  const mark = (mark: Mark) => {
    // A mark with remark is set together with the remark.
    if (mark === "passed_with_remark") setAsking(true);
    else void save.run({ round, criteria, mark, remark: null });
  };
  useKeys(Object.fromEntries(MARKS.map((each) => [each.key, () => mark(each.mark)])), "first");
  return (
    <>
      {MARKS.map(({ mark: each, name, icon, key }) => (
        <Button key={each} label={`acceptance-mark-${name}`} size="small" {...(icon && { icon })} hotkey={key} testid={`many-mark-${name}`} onClick={() => mark(each)} />
      ))}
      {asking && <RemarkDialog round={round} criteria={criteria} onClose={() => setAsking(false)} />}
    </>
  );
}

function RemarkDialog({ round, criteria, onClose }: { round: string; criteria: string[]; onClose: () => void }) {
  const { typed, set, draft } = useTyping(placeOf("many_remark", round), () => ({ remark: BLANK }));
  const save = useCommand("mark_criteria", { failures: "inline" });
  const submit = async () => {
    const done = await save.run({ round, criteria, mark: "passed_with_remark", remark: typed.remark });
    if (!done) return;
    draft.settle();
    onClose();
  };
  return (
    <FormDialog
      name="many-remark"
      title="acceptance-mark-remark"
      onClose={onClose}
      draft={draft}
      save={{ label: "many-mark-with-remark", testid: "many-remark-save", busy: save.busy, run: submit }}
      closeTestid="many-remark-cancel"
      failure={save.failure}
      testid="many-remark-dialog"
    >
      <p className="quiet">
        <T id="many-chosen" args={{ count: criteria.length }} />
      </p>
      <BilingualField label="many-remark" required value={typed.remark} onChange={(remark) => set({ remark })} as="stacked" rows={3} testid="many-remark" />
      <p className="field-hint">
        <T id="many-remark-hint" as="block" />
      </p>
    </FormDialog>
  );
}

export function useManyIssues(view: RoundView): Choosing<OpenIssueView> {
  const t = useT();
  const ids = useMemo(() => view.open_issues.map(({ issue }) => issue.id), [view]);
  const { chosen, choose, list } = useChosen(ids);
  const edit = useCommand("edit_open_issues");
  const { people } = usePartyOptions();
  const set = (change: OpenIssueChange) => void edit.run({ round: view.round.id, issues: list, change });
  return {
    chosen,
    onChoose: choose,
    nameOf: ({ issue }) => issue.number,
    acts: (
      <>
        <SetTo label="many-set-owner" testid="many-owner" options={people} speaks="record" empty="yes" onSet={(owner) => set({ what: "owner", owner })} />
        <SetDay label="many-set-due" sense="ahead" testid="many-due" onSet={(due) => set({ what: "due", due })} />
        <SetTo
          label="many-set-blocking"
          testid="many-blocking"
          options={[
            { value: "does_not_block", label: t("acceptance-issue-does-not-block") },
            { value: "blocks", label: t("acceptance-issue-blocks") },
          ]}
          onSet={(blocking) => blocking && set({ what: "blocking", blocking: blocking as "blocks" })}
        />
        <SetDay label="many-set-closed" sense="behind" testid="many-closed" onSet={(closed) => set({ what: "closed", closed })} />
      </>
    ),
  };
}

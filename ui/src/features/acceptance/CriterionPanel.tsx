import { useRef, useState } from "react";
import type { CriterionView, Mark, Words } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { useKeys } from "@/design/keys";
import { Bilingual, BilingualField, Button, Failure, MarkTag, Name, placeOf, Recorded, ReviewText, SheetActs, SidePanel, Skeleton, wordsOf } from "@/design";
import { Choice } from "@/design/Choice";
import { T } from "@/i18n";
import { usePartyOptions } from "@/features/party/options";
import type { Shown } from "./Acceptance";
import { EvidenceList } from "./EvidenceList";
import { History } from "./History";
import { ofExamined } from "./sheet";
import { MarkButtons } from "./MarkButtons";

interface Properties {
  round: string;
  criterion: string;
  onShow: (shown: Shown) => void;
}

/** One criterion with all that hangs on it. */
export function CriterionPanel({ round, criterion, onShow }: Properties) {
  const { view, failure } = useQuery("criterion", { round, criterion });
  return (
    <SidePanel testid="acceptance-panel" head={view && <Head view={view} />}>
      <Failure failure={failure} />
      {!view && !failure && <Skeleton lines={8} />}
      {view && <Marked round={round} view={view} onShow={onShow} />}
    </SidePanel>
  );
}

function Head({ view }: { view: CriterionView }) {
  return (
    <>
      <Recorded className="faint small">{view.criterion.number}</Recorded>
      <span className="criterion-mark">
        <MarkTag mark={view.mark} as="long" />
      </span>
      <span className="push faint small criterion-references">
        {[...view.requirements, ...view.deliverables].map((each, index) => (
          <span key={each.number} data-record title={`${each.title.en.words}\n${each.title.zh.words}`} data-testid="acceptance-reference">
            {index > 0 && " · "}
            {each.number}
          </span>
        ))}
      </span>
      <SheetActs testid="acceptance" sheet={() => ofExamined(view)} />
    </>
  );
}

function Marked({ round, view, onShow }: { round: string; view: CriterionView; onShow: (shown: Shown) => void }) {
  const { criterion, finding } = view;
  const save = useCommand("mark_criterion", { failures: "inline" });
  // A mark with remark is set together with the remark; until that is written it only waits.
  const [pending, setPending] = useState<Mark | null>(null);
  const remarkField = useRef<HTMLDivElement>(null);
  const { people } = usePartyOptions();

  const write = (mark: Mark, more: { measured?: Words; remark?: Words; witness?: string | null } = {}) =>
    save.run({ round, criterion: criterion.id, mark, measured: more.measured ?? null, remark: more.remark ?? null, witness: more.witness ?? null });
  const mark = (chosen: Mark) => {
    const remark = wordsOf(finding?.remark);
    if (chosen === "passed_with_remark" && !remark.en.trim() && !remark.zh.trim()) {
      setPending(chosen);
      remarkField.current?.querySelector<HTMLElement>("textarea, input")?.focus();
      return;
    }
    setPending(null);
    if (chosen !== view.mark) void write(chosen);
  };
  useKeys({ 1: () => mark("passed"), 2: () => mark("passed_with_remark"), 3: () => mark("failed"), 4: () => mark("not_tested") });

  return (
    <>
      <div className="criterion-text">
        <Bilingual text={criterion.text} as="stacked" />
        <ReviewText text={criterion.text} place="criterion_text" record={criterion.id} testid="acceptance-review-text" />
      </div>
      <MarkButtons mark={view.mark} pending={pending} onMark={mark} />
      <Failure failure={save.failure} />
      <div ref={remarkField} className="reviewed-field">
        <BilingualField
          label="acceptance-remark"
          as="stacked"
          rows={2}
          value={wordsOf(finding?.remark)}
          text={finding?.remark}
          draft={placeOf("finding", round, criterion.id, "remark")}
          testid="acceptance-remark"
          onCommit={(remark) => {
            void write(pending ?? view.mark, { remark }).then((done) => done && setPending(null));
          }}
        />
        {pending && (
          <p className="criterion-pending" role="status" data-testid="acceptance-remark-needed">
            <T id="acceptance-remark-needed" as="block" />
          </p>
        )}
        {finding && <ReviewText text={finding.remark} place="finding_remark" record={finding.id} testid="acceptance-review-remark" />}
      </div>
      <div className="reviewed-field">
        <BilingualField
          label="acceptance-measured"
          as="stacked"
          rows={1}
          value={wordsOf(finding?.measured)}
          text={finding?.measured}
          draft={placeOf("finding", round, criterion.id, "measured")}
          testid="acceptance-measured"
          onCommit={(measured) => void write(view.mark, { measured })}
        />
        {finding && <ReviewText text={finding.measured} place="finding_measured" record={finding.id} testid="acceptance-review-measured" />}
      </div>
      <EvidenceList criterion={criterion.id} evidence={view.evidence} people={people} />
      <section>
        <div className="field-label criterion-label">
          <T id="acceptance-issue-text" />
        </div>
        {view.open_issues.map((issue) => (
          <button key={issue.id} type="button" className="criterion-issue" data-testid="acceptance-open-issue" onClick={() => onShow({ is: "issue", id: issue.id, criterion: null })}>
            <Recorded className="strong">{issue.number}</Recorded>
            <Name text={issue.text} />
          </button>
        ))}
        <Button
          label="app-add"
          size="small"
          look="ghost"
          icon="plus"
          testid="acceptance-issue-add-here"
          onClick={() => onShow({ is: "issue", id: null, criterion: criterion.id })}
        />
      </section>
      <Choice
        label="acceptance-witness"
        options={people}
        value={finding?.witness ?? null}
        onChange={(witness) => witness && void write(view.mark, { witness })}
        speaks="record" testid="acceptance-witness"
      />
      <History criterion={criterion.id} entries={view.history} />
    </>
  );
}

import type { CompareRequest, FieldDifference, RecordDifference, Shown } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { EmptyState, Failure, Name, Short, Skeleton, Tag, type Tone } from "@/design";
import { Coded, T, useDisplay } from "@/i18n";
import { Value } from "../journal/Value";
import { Pieces } from "./Pieces";

const TONES: Record<RecordDifference["change"], Tone> = { added: "jade", changed: "plain", removed: "crimson" };

/** What differs between two moments: the earlier left, the later right, joined as the two languages are. */
export function Compared(asked: CompareRequest) {
  const { view, failure } = useQuery("compare", asked, { while: "last" });
  if (failure) return <Failure failure={failure} />;
  if (!view) return <Skeleton lines={5} />;
  if (view.records.length === 0) return <EmptyState title="comparison-same" hint="comparison-same-hint" testid="compare-same" />;
  return (
    <div className="compared" data-testid="compared">
      <div className="compared-heads" aria-hidden>
        <span />
        <span>
          <Short id="comparison-column-before" />
        </span>
        <span />
        <span>
          <Short id="comparison-column-after" />
        </span>
      </div>
      {view.records.map((record) => (
        <OneRecord key={record.id} record={record} />
      ))}
    </div>
  );
}

function OneRecord({ record }: { record: RecordDifference }) {
  return (
    <section className="compared-record" data-testid="compared-record" data-noun={record.noun} data-change={record.change}>
      <h2>
        <Tag tone={TONES[record.change]} label={`journal-page-change-${record.change}`} /> <Noun noun={record.noun} />
        <span className="compared-label quiet">
          <Name text={record.label} show="one" />
        </span>
      </h2>
      {record.fields.map((field) => (
        <Field key={field.field} field={field} />
      ))}
    </section>
  );
}

/** What kind of record it is, at the head of a line. */
export function Noun({ noun }: { noun: string }) {
  return (
    <span className="compared-noun">
      <Coded id={`noun-${noun.replaceAll("_", "-")}`} />
    </span>
  );
}

function Field({ field }: { field: FieldDifference }) {
  return (
    <div className="compared-field" data-testid="compared-field" data-field={field.field}>
      <span className="compared-name">
        <Coded id={`field-${field.field.replaceAll("_", "-")}`} />
      </span>
      <div className="compared-side">
        <Side field={field} side="before" />
      </div>
      <span className="joint" aria-hidden />
      <div className="compared-side">
        <Side field={field} side="after" />
      </div>
    </div>
  );
}

const isSame = (one: Shown, other: Shown) =>
  one.is === "text" && other.is === "text" && one.text.en.words === other.text.en.words && one.text.zh.words === other.text.zh.words;

/** One side of a field: its words with what differs marked, or its whole value. */
function Side({ field, side }: { field: FieldDifference; side: "before" | "after" }) {
  const display = useDisplay();
  const shown = field[side];
  if (side === "after" && isSame(field.before, field.after)) return <T id="journal-page-reviewed" />;
  if (shown.is === "nothing") return <span className="faint">–</span>;
  if (!field.words) {
    const Mark = side === "before" ? "del" : "ins";
    return (
      <Mark>
        <Value shown={shown} />
      </Mark>
    );
  }
  const { en, zh } = field.words;
  const differs = (pieces: typeof en) => pieces.some((piece) => piece.standing !== "kept");
  // What changed in the other language alone must not go unseen.
  const english = display !== "zh" || (differs(en) && !differs(zh));
  const chinese = display === "zh" || display === "both" || differs(zh) !== differs(en) && differs(zh);
  const one = JSON.stringify(en) === JSON.stringify(zh);
  return (
    <>
      {english && <Pieces pieces={en} side={side} lang="en" />}
      {chinese && !(one && english) && <Pieces pieces={zh} side={side} lang="zh-CN" />}
    </>
  );
}

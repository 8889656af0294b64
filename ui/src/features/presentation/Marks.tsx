import type { Mark } from "@/api/generated/api";
import { T, useT } from "@/i18n";

export const MARKS = ["passed", "passed_with_remark", "failed", "not_tested"] as const;

const SAYS = {
  passed: "mark-passed",
  passed_with_remark: "mark-passed-with-remark",
  failed: "mark-failed",
  not_tested: "mark-not-tested",
} as const;

/** A shape for each mark, told apart without colour: a ring with a tick, one half filled, a square with a cross, a dashed ring. */
export function MarkShape({ mark }: { mark: Mark }) {
  return (
    <svg className="present-shape" viewBox="0 0 32 32" aria-hidden>
      {mark === "passed" && <path d="M16 2.5a13.5 13.5 0 1 0 0 27 13.5 13.5 0 0 0 0-27M9.5 16.5l4.5 4.5 8.5-9.5" />}
      {mark === "passed_with_remark" && (
        <>
          <path d="M16 2.5a13.5 13.5 0 1 0 0 27 13.5 13.5 0 0 0 0-27" />
          <path className="present-shape-filled" d="M16 2.5a13.5 13.5 0 0 0 0 27z" />
        </>
      )}
      {mark === "failed" && <path d="M4 4h24v24H4zM10.5 10.5l11 11M21.5 10.5l-11 11" />}
      {mark === "not_tested" && <circle cx="16" cy="16" r="13.5" strokeDasharray="4 4.48" />}
    </svg>
  );
}

/** The mark of an item, large: shape and word. */
export function MarkWord({ mark }: { mark: Mark }) {
  return (
    <span className="present-mark" data-mark={mark} data-testid="present-mark">
      <MarkShape mark={mark} />
      <T id={SAYS[mark]} />
    </span>
  );
}

/** The four marks, to be chosen before the client's eyes. */
export function MarkChoice({ mark, pending, onMark }: { mark: Mark; pending: Mark | null; onMark: (mark: Mark) => void }) {
  const t = useT();
  return (
    <div className="present-marks" role="radiogroup" aria-label={t("present-mark")}>
      {MARKS.map((each, index) => (
        <button
          key={each}
          type="button"
          role="radio"
          className="present-mark"
          aria-checked={(pending ?? mark) === each}
          aria-keyshortcuts={String(index + 1)}
          data-mark={each}
          data-testid={`present-mark-${each.replaceAll("_", "-")}`}
          onClick={(event) => {
            // The clicker's next press is for the next item, not for this button.
            if (event.detail > 0) event.currentTarget.blur();
            onMark(each);
          }}
        >
          <MarkShape mark={each} />
          <T id={SAYS[each]} />
        </button>
      ))}
    </div>
  );
}

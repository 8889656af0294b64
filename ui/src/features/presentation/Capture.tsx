import { useEffect, useRef } from "react";
import { BilingualField } from "@/design/BilingualField";
import { placeOf } from "@/design/draft";
import { T } from "@/i18n";
import { MarkChoice } from "./Marks";
import type { Presentation } from "./usePresentation";

/** Measured value and remark, written before the client's eyes in both languages at once. */
export function Capture({ presentation, as }: { presentation: Presentation; as: "joined" | "stacked" }) {
  // What was typed before and not saved is for the presenter's page.
  const again = as === "stacked" ? "offered" : "silent";
  const { placed, write, pending, writing, startWriting } = presentation;
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (writing !== null) fields.current?.querySelector<HTMLElement>(`[data-testid="present-write-${writing}-en"]`)?.focus();
  }, [writing]);
  if (!placed) return null;
  const { item } = placed;
  const draft = (what: "measured" | "remark") => placeOf("finding", presentation.shown.round, item.criterion, what);
  return (
    <div
      ref={fields}
      className="present-capture"
      data-testid="present-capture"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key !== "Escape" && !(event.key === "Enter" && (event.ctrlKey || event.metaKey))) return;
        // Leaving the field is what keeps the words.
        if (event.target instanceof HTMLElement) event.target.blur();
        if (event.key === "Escape") event.stopPropagation();
        startWriting(null);
      }}
    >
      <BilingualField label="present-measured" as={as} rows={2} value={item.measured} draft={draft("measured")} again={again} testid="present-write-measured" onCommit={(measured) => write({ measured })} />
      <BilingualField label="present-remark" as={as} rows={2} value={item.remark} draft={draft("remark")} again={again} testid="present-write-remark" onCommit={(remark) => write({ remark })} />
      {pending && (
        <p className="present-needed" role="status" data-testid="present-remark-needed">
          <T id="present-remark-needed" as="block" />
        </p>
      )}
    </div>
  );
}

/** The marks to choose from, with what stood against the last one. */
export function MarkRow({ presentation }: { presentation: Presentation }) {
  const { placed, mark, pending, failed } = presentation;
  if (!placed) return null;
  return (
    <>
      {failed && (
        <p className="present-needed" role="alert" data-testid="present-not-kept">
          <T id="present-not-kept" as="block" />
        </p>
      )}
      <MarkChoice mark={placed.item.mark} pending={pending} onMark={mark} />
    </>
  );
}

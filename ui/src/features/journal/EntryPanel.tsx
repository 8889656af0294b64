import type { EntryLine } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, Consent, DateText, Failure, Name, Recorded, sentence, SheetActs, SidePanel, Tag } from "@/design";
import { Coded, T } from "@/i18n";
import { Changes } from "./Changes";
import { ofEntry } from "./sheet";
import { TONES } from "./standing";

/** One entry whole, and its undoing. */
export function EntryPanel({ entry, onClose }: { entry: EntryLine; onClose: () => void }) {
  const undo = useCommand("undo", { failures: "inline" });
  const { failure } = undo;
  const said = sentence(entry.act, entry.args);
  return (
    <SidePanel
      testid="entry-panel"
      head={
        <>
          <Recorded className="faint">{entry.seq}</Recorded>
          <Tag tone={TONES[entry.standing]} label={`journal-page-standing-${entry.standing}`} />
          <SheetActs testid="entry" sheet={() => ofEntry(entry)} />
        </>
      }
    >
      <h2>
        <Coded id={said.id} args={said.args} as="block" />
      </h2>
      <dl className="facts">
        <dt><T id="journal-page-column-who" /></dt>
        <dd><Name text={entry.actor} /></dd>
        <dt><T id="journal-page-column-when" /></dt>
        <dd><DateText date={entry.at} as="moment" /></dd>
      </dl>
      <div className="field">
        <span className="field-label"><T id="journal-page-column-hash" /></span>
        <Recorded className="mono">{entry.hash}</Recorded>
      </div>
      <Changes entry={entry.workspace} />
      {failure?.code === "needs_consent" ? <Consent asked={failure} onDone={undo.forget} /> : <Failure failure={failure} />}
      <div className="row row-end">
        {entry.standing === "stands" && (
          <Button label="journal-page-undo-this" icon="undo" disabled={undo.busy} testid="undo-entry" onClick={() => void undo.run({ seq: entry.workspace })} />
        )}
        <Button label="app-close" look="ghost" testid="close-entry" onClick={onClose} />
      </div>
    </SidePanel>
  );
}

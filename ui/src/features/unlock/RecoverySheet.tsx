import { useState } from "react";
import type { RecoverySheet as Sheet } from "@/api/generated/api";
import { Button, Check, copy, DateText, Recorded } from "@/design";
import { type MessageId, T } from "@/i18n";

interface Properties {
  sheet: Pick<Sheet, "name" | "path" | "recovery_key" | "made_at">;
  done?: MessageId;
  onDone: () => void;
}

/** The recovery key, shown once; it has to be kept before the window goes on. */
export function RecoverySheet({ sheet, done = "unlock-sheet-done", onDone }: Properties) {
  const [kept, setKept] = useState(false);
  return (
    <div className="form" data-testid="recovery-sheet">
      <div className="sheet">
        <h1>
          <T id="unlock-sheet-title" />
        </h1>
        <p>
          <T id="unlock-sheet-intro" as="block" />
        </p>
        <output className="sheet-key" data-testid="recovery-key" data-record>
          {sheet.recovery_key}
        </output>
        <dl className="sheet-facts">
          <dt>
            <T id="unlock-file" />
          </dt>
          <dd>
            <Recorded>{sheet.name}</Recorded>
            <br />
            <Recorded className="small quiet">{sheet.path}</Recorded>
          </dd>
          <dt>
            <T id="unlock-sheet-made" />
          </dt>
          <dd>
            <DateText date={sheet.made_at} as="moment" />
          </dd>
        </dl>
      </div>
      <div className="row">
        <Button label="unlock-sheet-print" icon="print" testid="print-recovery-sheet" onClick={() => window.print()} />
        <Button label="unlock-sheet-copy" icon="file" look="ghost" testid="copy-recovery-key" onClick={() => void copy(sheet.recovery_key)} />
      </div>
      <Check label="unlock-sheet-kept" checked={kept} onChange={setKept} testid="acknowledge-recovery-sheet" />
      <div>
        <Button label={done} look="primary" disabled={!kept} testid="finish-recovery-sheet" onClick={onDone} />
      </div>
    </div>
  );
}

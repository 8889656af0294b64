import { useState } from "react";
import type { RecoverySheet as Sheet } from "@/api/generated/api";
import { host } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { Button, Check, copy, DateText, Failure, notices, Recorded } from "@/design";
import { type PlainId, T, useT } from "@/i18n";

interface Properties {
  sheet: Pick<Sheet, "name" | "path" | "recovery_key" | "made_at">;
  done?: PlainId;
  /** Whether it was said before that the key is kept. */
  begin?: "kept" | "not_kept";
  onDone: () => void;
}

/** The recovery key, shown once; it has to be kept before the window goes on. */
export function RecoverySheet({ sheet, done = "unlock-sheet-done", begin = "not_kept", onDone }: Properties) {
  const t = useT();
  const [kept, setKept] = useState(begin === "kept");
  const save = useCommand("save_recovery_sheet", { failures: "inline", toast: "quiet" });
  const saveAsPdf = async () => {
    const path = await host().saveFile({ title: t("unlock-sheet-title"), kind: t("recovery-sheet-kind"), extensions: ["pdf"], name: `${t("unlock-sheet-title")}.pdf` });
    const saved = path && (await save.run({ path, recovery_key: sheet.recovery_key }));
    if (saved) notices.say("recovery-sheet-saved", { path: saved.path });
  };
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
        <Button label="recovery-sheet-save" icon="save" look="ghost" disabled={save.busy} testid="save-recovery-sheet" onClick={() => void saveAsPdf()} />
        <Button label="unlock-sheet-copy" icon="file" look="ghost" testid="copy-recovery-key" onClick={() => void copy(sheet.recovery_key)} />
      </div>
      <Failure failure={save.failure} />
      <Check label="unlock-sheet-kept" checked={kept} onChange={setKept} testid="acknowledge-recovery-sheet" />
      <div>
        <Button label={done} look="primary" disabled={!kept} testid="finish-recovery-sheet" onClick={onDone} />
      </div>
    </div>
  );
}

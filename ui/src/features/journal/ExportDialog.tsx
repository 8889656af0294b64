import { useState } from "react";
import { host } from "@/api/host";
import type { TrailExported, TrailLine } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { verifyAt } from "@/window/places";
import { navigate } from "@/window/routes";
import { Button, Dialog, Failure, Icon, Name, Progress, Recorded } from "@/design";
import { KeyFields, keyOf, ROOM_KEY } from "@/features/documents/KeyFields";
import { usePartyOptions } from "@/features/party/options";
import { mainLanguage, T, useDisplay, useT, words } from "@/i18n";

/** One trail into a signed file: with whose key, and where; then the way to check it. */
export function ExportDialog({ trail, onClose }: { trail: TrailLine; onClose: () => void }) {
  const t = useT();
  const display = useDisplay();
  const { people } = usePartyOptions();
  const [key, setKey] = useState(ROOM_KEY);
  const [done, setDone] = useState<TrailExported | null>(null);
  const out = useCommand("export_trail", { failures: "inline", toast: "quiet" });
  const choice = keyOf(key);
  const title = trail.title ? words(trail.title, mainLanguage(display)) : t("journal-page-trail-workspace");

  const write = async () => {
    if (!choice) return;
    const name = `${t("trail-export-file-name")} ${title}`.replace(/[^\p{L}\p{N}]+/gu, "-");
    const path = await host().saveFile({ title: t("trail-export-file-title"), kind: t("trail-export-file-kind"), extensions: ["jsonl"], name: `${name}.jsonl` });
    if (!path) return;
    const written = await out.run({ trail: trail.trail, path, key: choice });
    if (written) setDone(written);
  };
  if (done) {
    const show = () => navigate(verifyAt(done.path));
    return (
      <Dialog
        title="trail-export-title"
        onClose={onClose}
        testid="export-trail-dialog"
        foot={
          <>
            <Button label="app-close" look="ghost" testid="close-export" onClick={onClose} />
            <Button label="trail-export-show" look="primary" icon="shield" testid="show-in-verify" onClick={show} />
          </>
        }
      >
        <p className="chain-verdict chain-whole" role="status" data-testid="trail-exported">
          <Icon name="check" />
          <T id="trail-export-done" args={{ entries: done.entries }} as="block" />
        </p>
        <Recorded className="verify-hash">{done.path}</Recorded>
      </Dialog>
    );
  }
  return (
    <Dialog
      title="trail-export-title"
      onClose={onClose}
      testid="export-trail-dialog"
      foot={
        <>
          <Button label="app-cancel" look="ghost" testid="cancel-export" onClick={onClose} />
          <Button label="trail-export-sign" look="primary" icon="pen" disabled={!choice || out.busy} testid="sign-trail" onClick={() => void write()} />
        </>
      }
    >
      <p>
        {trail.title ? <Name text={trail.title} /> : <T id="journal-page-trail-workspace" />} · <T id="journal-page-entries-count" args={{ count: trail.entries }} />
      </p>
      <p className="quiet small">
        <T id="trail-export-hint" as="block" />
      </p>
      <KeyFields role="vendor" people={people} value={key} onChange={setKey} />
      <Failure failure={out.failure} />
      <Progress step={out.progress} onCancel={out.cancel} />
    </Dialog>
  );
}

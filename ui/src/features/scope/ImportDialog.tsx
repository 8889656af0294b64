import { useState } from "react";
import { host } from "@/api/host";
import type { ImportPreview, ImportTarget, TableSource } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, Dialog, Failure, Field, Labelled, Progress, Recorded, Segments } from "@/design";
import { T, useT } from "@/i18n";
import { Preview } from "./Preview";

/** A table is looked at before it is taken in: what would come, and every cell that stands in the way. */
export function ImportDialog({ project, onClose }: { project: string; onClose: () => void }) {
  const t = useT();
  const [target, setTarget] = useState<ImportTarget>("requirements");
  const [from, setFrom] = useState<TableSource["from"]>("pasted");
  const [text, setText] = useState("");
  const [path, setPath] = useState<string | null>(null);
  const [seen, setSeen] = useState<{ preview: ImportPreview; source: TableSource; target: ImportTarget } | null>(null);
  const preview = useCommand("preview_import", { failures: "inline" });
  const take = useCommand("import_table", { failures: "inline" });

  const source: TableSource | null = from === "pasted" ? (text.trim() ? { from, text } : null) : path ? { from, path } : null;
  const look = async (asked: TableSource | null, as = target) => {
    setSeen(null);
    if (!asked) return;
    const found = await preview.run({ target: as, source: asked });
    if (found) setSeen({ preview: found, source: asked, target: as });
  };
  const choose = async () => {
    const chosen = await host().chooseFile({ title: t("scope-import-choose"), kind: t("app-kind-table"), extensions: ["xlsx", "csv", "tsv"] });
    if (!chosen) return;
    setPath(chosen);
    await look({ from: "file", path: chosen });
  };
  const now = async () => {
    // Exactly what was looked at is taken in, whatever was typed since.
    if (seen && (await take.run({ project, target: seen.target, source: seen.source }))) onClose();
  };
  const ready = seen !== null && seen.preview.faults.length === 0 && seen.preview.rows.length > 0;
  return (
    <Dialog
      title="scope-import-title"
      width={820}
      onClose={onClose}
      testid="import-dialog"
      foot={
        <>
          <Button label="app-cancel" look="ghost" testid="import-cancel" onClick={onClose} />
          {from === "pasted" && <Button label="scope-import-preview" testid="import-preview" disabled={!source || preview.busy} onClick={() => void look(source)} />}
          <Button label="scope-import-now" look="primary" testid="import-confirm" disabled={!ready || take.busy} onClick={() => void now()} />
        </>
      }
    >
      <div className="form-row">
        <Labelled label="scope-import-target">
          <Segments
            label={t("scope-import-target")}
            value={target}
            onChange={(next) => {
              setTarget(next);
              void look(seen?.source ?? null, next);
            }}
            options={[
              { value: "requirements", label: <T id="scope-requirements" /> },
              { value: "criteria", label: <T id="scope-criteria" /> },
            ]}
            testid="import-target"
          />
        </Labelled>
        <Labelled label="scope-import-from">
          <Segments
            label={t("scope-import-from")}
            value={from}
            onChange={(next) => {
              setFrom(next);
              setSeen(null);
              preview.forget();
            }}
            options={[
              { value: "pasted", label: <T id="scope-import-from-pasted" /> },
              { value: "file", label: <T id="scope-import-from-file" /> },
            ]}
            testid="import-from"
          />
        </Labelled>
      </div>
      {from === "pasted" ? (
        <Field label="scope-import-paste" hint="scope-import-paste-hint" rows={seen ? 3 : 8} value={text} onChange={setText} testid="import-text" />
      ) : (
        <div className="row">
          <Button label="scope-import-choose" icon="folder" testid="import-choose" onClick={() => void choose()} />
          <Recorded className="small quiet">{path}</Recorded>
        </div>
      )}
      {seen && <Preview preview={seen.preview} />}
      <Failure failure={preview.failure ?? take.failure} />
      <Progress step={take.progress} onCancel={take.cancel} />
    </Dialog>
  );
}

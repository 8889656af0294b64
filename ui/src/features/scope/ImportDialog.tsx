import { useState } from "react";
import { host } from "@/api/host";
import type { ImportChoices, ImportComparison, ImportPreview, ImportTarget, Mapping, TableSource } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, Dialog, Failure, Field, Labelled, notices, Progress, Recorded, Segments } from "@/design";
import { T, useT } from "@/i18n";
import { KeptMappings } from "./KeptMappings";
import { broadly, readingOf, withColumns } from "./mapping";
import { ImportChanges } from "./ImportChanges";
import { ImportChoosers, ImportColumns } from "./ImportChoosers";
import { ImportWords } from "./ImportWords";
import { namesOf, Preview } from "./Preview";

/** What was looked at: exactly this is taken in. */
interface Seen {
  preview: ImportPreview;
  source: TableSource;
  target: ImportTarget;
  choices: ImportChoices;
  /** None while there is something in the way, and until it has been compared. */
  comparison: ImportComparison | null;
}

/** A text that could be in several encodings is not taken in before one is chosen. */
const isInDoubt = ({ encoding }: ImportPreview) => encoding?.is_doubtful ?? false;

/** A table is looked at before it is taken in: what would come, and every cell that stands in the way. */
export function ImportDialog({ project, onClose }: { project: string; onClose: () => void }) {
  const t = useT();
  const [target, setTarget] = useState<ImportTarget>("requirements");
  const [from, setFrom] = useState<TableSource["from"]>("pasted");
  const [text, setText] = useState("");
  const [path, setPath] = useState<string | null>(null);
  const [seen, setSeen] = useState<Seen | null>(null);
  const preview = useCommand("preview_import", { failures: "inline" });
  const compare = useCommand("compare_import", { failures: "inline" });
  const take = useCommand("import_table", { failures: "inline" });

  const source: TableSource | null = from === "pasted" ? (text.trim() ? { from, text } : null) : path ? { from, path } : null;
  const look = async (asked: TableSource | null, as = target, choices: ImportChoices = {}) => {
    if (!asked) { setSeen(null); return; }
    const found = await preview.run({ target: as, source: asked, choices });
    if (!found) { setSeen(null); return; }
    const looked = { preview: found, source: asked, target: as, choices, comparison: null };
    setSeen(looked);
    if (found.faults.length > 0 || found.rows.length === 0 || isInDoubt(found)) return;
    const comparison = await compare.run({ project, target: as, source: asked, choices });
    if (comparison) setSeen({ ...looked, comparison });
  };
  const choose = async () => {
    const chosen = await host().chooseFile({ title: t("scope-import-choose"), kind: t("app-kind-table"), extensions: ["xlsx", "ods", "docx", "csv", "tsv", "txt"] });
    if (!chosen) return;
    setPath(chosen);
    await look({ from: "file", path: chosen });
  };
  const now = async () => {
    // Exactly what was looked at is taken in, whatever was typed since.
    const done = seen && (await take.run({ project, target: seen.target, source: seen.source, choices: seen.choices }));
    if (!done) return;
    if (done.not_read.length > 0) notices.say("scope-import-not-read", { count: done.not_read.length, columns: namesOf(done.not_read) });
    onClose();
  };
  const chosen = (choices: ImportChoices) => void (seen && look(seen.source, seen.target, choices));
  const apply = async ({ target: as, reading }: Mapping) => {
    if (!seen) return;
    setTarget(as as ImportTarget);
    const choices = broadly(reading, seen.preview);
    // Its columns are known by their headings, which the sheet and the heading's row decide.
    const found = await preview.run({ target: as as ImportTarget, source: seen.source, choices });
    if (found) await look(seen.source, as as ImportTarget, withColumns(choices, reading, found));
  };
  const ready = seen !== null && seen.preview.faults.length === 0 && seen.preview.rows.length > 0 && !isInDoubt(seen.preview);
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
              { value: "deliverables", label: <T id="scope-deliverables" /> },
              { value: "criteria", label: <T id="scope-criteria" /> },
              { value: "case", label: <T id="scope-import-case" /> },
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
      {seen && (
        <>
          <KeptMappings project={project} target={seen.target} reading={() => readingOf(seen.preview, seen.choices)} onChoose={(mapping) => void apply(mapping)} />
          <ImportChoosers preview={seen.preview} choices={seen.choices} onChange={chosen} />
          <ImportColumns preview={seen.preview} choices={seen.choices} onChange={chosen} />
          <ImportWords preview={seen.preview} choices={seen.choices} onChange={chosen} />
          <Preview preview={seen.preview} />
          {seen.comparison && <ImportChanges comparison={seen.comparison} />}
        </>
      )}
      <Failure failure={preview.failure ?? compare.failure ?? take.failure} />
      <Progress step={take.progress} onCancel={take.cancel} />
    </Dialog>
  );
}

import { useState } from "react";
import type { Keep } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useWorkspace } from "@/app/session";
import { BilingualField, Button, Failure, Labelled, Progress, Recorded, Segments } from "@/design";
import { Choice, DateField, type Option } from "@/design/Choice";
import { T, useT } from "@/i18n";

interface Properties {
  criterion: string;
  path: string;
  name: string;
  people: Option[];
  onDone: () => void;
}

/** A chosen file before it becomes evidence: what it shows, from when it is, and where its bytes are kept. */
export function EvidenceForm({ criterion, path, name, people, onDone }: Properties) {
  const t = useT();
  const { open } = useWorkspace();
  const attach = useCommand("attach_evidence", { failures: "inline" });
  const [title, setTitle] = useState({ en: "", zh: "" });
  const [date, setDate] = useState<string | null>(open?.today ?? null);
  const [until, setUntil] = useState<string | null>(null);
  const [by, setBy] = useState<string | null>(null);
  const [keep, setKeep] = useState<Keep>("inside");
  const submit = async () => {
    if (!date) return;
    const done = await attach.run({ evidence: null, criterion, path, keep, title, date, valid_until: until, provided_by: by });
    if (done) onDone();
  };
  return (
    <form
      className="form evidence-form"
      data-testid="acceptance-evidence-form"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void submit();
      }}
    >
      <Recorded className="strong">{name}</Recorded>
      <BilingualField label="acceptance-evidence-title" value={title} onChange={setTitle} as="stacked" required testid="acceptance-evidence-title" />
      <div className="form-row">
        <DateField label="acceptance-evidence-date" value={date} onChange={setDate} testid="acceptance-evidence-date" />
        <DateField label="acceptance-evidence-valid-until" value={until} onChange={setUntil} testid="acceptance-evidence-valid-until" />
      </div>
      <Choice label="acceptance-evidence-provided-by" options={people} value={by} onChange={setBy} clearable="yes" speaks="record" testid="acceptance-evidence-provided-by" />
      <Labelled label="acceptance-evidence-keep">
        <Segments
          label={t("acceptance-evidence-keep")}
          value={keep}
          onChange={setKeep}
          options={[
            { value: "inside", label: <T id="acceptance-evidence-keep-inside" as="block" /> },
            { value: "reference", label: <T id="acceptance-evidence-keep-reference" as="block" /> },
          ]}
          testid="acceptance-evidence-keep"
        />
      </Labelled>
      <Failure failure={attach.failure} />
      <Progress step={attach.progress} onCancel={attach.cancel} />
      <div className="row row-end">
        <Button label="app-cancel" look="ghost" testid="acceptance-evidence-cancel" onClick={onDone} />
        <Button label="app-add" type="submit" disabled={attach.busy || !date || !(title.en.trim() || title.zh.trim())} testid="acceptance-evidence-save" />
      </div>
    </form>
  );
}

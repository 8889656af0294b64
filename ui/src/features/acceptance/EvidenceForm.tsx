import { useState } from "react";
import type { HeldImage, Keep, Words } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useWorkspace } from "@/app/session";
import { BilingualField, Button, DraftOffer, Failure, Labelled, placeOf, Progress, Recorded, Segments, useDraft } from "@/design";
import { Choice, DateField, type Option } from "@/design/Choice";
import { T, useT } from "@/i18n";

/** What becomes evidence: a file by its path, or the picture that the engine holds from the clipboard. */
export type GivenEvidence = { is: "file"; path: string } | { is: "image"; image: HeldImage };

const fileName = (path: string) => path.split(/[\\/]/).pop() ?? path;

interface Properties {
  criterion: string;
  given: GivenEvidence;
  people: Option[];
  onDone: () => void;
}

interface Typed {
  title: Words;
  date: string | null;
  until: string | null;
  by: string | null;
  keep: Keep;
}

/** A chosen file before it becomes evidence: what it shows, from when it is, and where its bytes are kept. */
export function EvidenceForm({ criterion, given, people, onDone }: Properties) {
  const t = useT();
  const { open } = useWorkspace();
  const attach = useCommand("attach_evidence", { failures: "inline" });
  const attachImage = useCommand("attach_image", { failures: "inline" });
  const name = given.is === "file" ? fileName(given.path) : t("paste-picture", { width: given.image.width, height: given.image.height });
  const [clean] = useState<Typed>(() => ({ title: { en: "", zh: "" }, date: open?.today ?? null, until: null, by: null, keep: "inside" }));
  const [typed, setTyped] = useState(clean);
  const { title, date, until, by, keep } = typed;
  const set = (change: Partial<Typed>) => setTyped((now) => ({ ...now, ...change }));
  // A pasted picture is gone after a crash, and what was said of it with it.
  const draft = useDraft(given.is === "file" ? placeOf("evidence", criterion, name) : undefined, typed, clean, setTyped);
  const submit = async () => {
    if (!date) return;
    const shared = { criterion, title, date, valid_until: until, provided_by: by };
    const done =
      given.is === "file"
        ? await attach.run({ ...shared, evidence: null, path: given.path, keep })
        : await attachImage.run({ ...shared, sha256: given.image.sha256, name: title.en.trim() || title.zh.trim() });
    if (!done) return;
    draft.settle();
    onDone();
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
      <DraftOffer draft={draft} testid="acceptance-evidence" />
      <BilingualField label="acceptance-evidence-title" value={title} onChange={(title) => set({ title })} as="stacked" required testid="acceptance-evidence-title" />
      <div className="form-row">
        <DateField label="acceptance-evidence-date" value={date} onChange={(date) => set({ date })} testid="acceptance-evidence-date" />
        <DateField label="acceptance-evidence-valid-until" value={until} onChange={(until) => set({ until })} testid="acceptance-evidence-valid-until" />
      </div>
      <Choice label="acceptance-evidence-provided-by" options={people} value={by} onChange={(by) => set({ by })} clearable="yes" speaks="record" testid="acceptance-evidence-provided-by" />
      {given.is === "file" && (
        <Labelled label="acceptance-evidence-keep">
          <Segments
            label={t("acceptance-evidence-keep")}
            value={keep}
            onChange={(keep) => set({ keep })}
            options={[
              { value: "inside", label: <T id="acceptance-evidence-keep-inside" as="block" /> },
              { value: "reference", label: <T id="acceptance-evidence-keep-reference" as="block" /> },
            ]}
            testid="acceptance-evidence-keep"
          />
        </Labelled>
      )}
      <Failure failure={attach.failure ?? attachImage.failure} />
      <Progress step={attach.progress} onCancel={attach.cancel} />
      <div className="row row-end">
        <Button label="app-cancel" look="ghost" testid="acceptance-evidence-cancel" onClick={() => { draft.settle(); onDone(); }} />
        <Button label="app-add" type="submit" disabled={attach.busy || attachImage.busy || !date || !(title.en.trim() || title.zh.trim())} testid="acceptance-evidence-save" />
      </div>
    </form>
  );
}

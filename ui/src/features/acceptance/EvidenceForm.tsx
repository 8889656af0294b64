import type { HeldImage, Keep, Words } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useWorkspace } from "@/window/session";
import { BilingualField, Form, Labelled, placeOf, Progress, Recorded, Segments, useTyping } from "@/design";
import { Choice, type Option } from "@/design/Choice";
import { DateField } from "@/design/DateField";
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
  // A pasted picture is gone after a crash, and what was said of it with it.
  const place = given.is === "file" ? placeOf("evidence", criterion, name) : undefined;
  const { typed, set, draft } = useTyping(place, (): Typed => ({ title: { en: "", zh: "" }, date: open?.today ?? null, until: null, by: null, keep: "inside" }));
  const { title, date, until, by, keep } = typed;
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
    <Form
      name="acceptance-evidence"
      className="form evidence-form"
      testid="acceptance-evidence-form"
      draft={draft}
      failure={attach.failure ?? attachImage.failure}
      save={{ label: "app-add", testid: "acceptance-evidence-save", busy: attach.busy || attachImage.busy, run: submit }}
      close={{ testid: "acceptance-evidence-cancel", run: onDone }}
    >
      <Recorded className="strong">{name}</Recorded>
      <BilingualField label="acceptance-evidence-title" value={title} onChange={(title) => set({ title })} as="stacked" required testid="acceptance-evidence-title" />
      <div className="form-row">
        <DateField label="acceptance-evidence-date" required sense="behind" value={date} onChange={(date) => set({ date })} testid="acceptance-evidence-date" />
        <DateField label="acceptance-evidence-valid-until" sense="ahead" value={until} onChange={(until) => set({ until })} testid="acceptance-evidence-valid-until" />
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
      <Progress step={attach.progress} onCancel={attach.cancel} />
    </Form>
  );
}

import { useState } from "react";
import type { DocumentView, EditDocument } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Failure, Field, groups, Labelled, momentArg, Recorded, ReviewText, SectionHead, Segments, SheetActs, Short, SidePanel, wordsOf } from "@/design";
import { ofDocument } from "./sheet";
import { DateTaken } from "@/design/DateField";
import { T, useT } from "@/i18n";
import { Obstacles } from "./Obstacles";
import type { Way } from "./obstacles";
import { Signers } from "./Signers";

interface Properties {
  project: string;
  view: DocumentView;
  /** The text of the document is wanted. */
  onSection: () => void;
  onCopy: () => void;
}

/** Beside a document: what is in the way, who signs, and how it is set; once issued, its digest. */
export function DocumentPanel({ project, view, onSection, onCopy }: Properties) {
  const { document } = view;
  const written = document.state === "draft" || document.state === "in_review";
  const [asked, setAsked] = useState(0);
  const [edited, setEdited] = useState<string | null>(null);
  const follow = (way: Exclude<Way, { to: "place" }>) => {
    const target = () => {
      const id = way.to === "section" ? `section-${way.section}` : way.to === "party" ? `document-party-${way.party}` : `document-${way.to}`;
      const element = globalThis.document.getElementById(id);
      element?.scrollIntoView({ block: "center" });
      element?.querySelector<HTMLElement>("input, textarea, button")?.focus({ preventScroll: true });
    };
    if (way.to === "section") onSection();
    if (way.to === "signers") setEdited(way.signer ?? null);
    setAsked(asked + 1);
    // The editor may have to be drawn before there is anything to go to.
    requestAnimationFrame(() => requestAnimationFrame(target));
  };
  return (
    <SidePanel testid="document-panel" head={<SheetActs testid="document" sheet={() => ofDocument(view)} />}>
      {written && <Obstacles project={project} view={view} onWay={follow} />}
      {!written && <Digests view={view} />}
      <Signers view={view} edited={edited} onEdit={setEdited} onCopy={onCopy} />
      {document.state === "draft" && <Details key={document.id} view={view} />}
    </SidePanel>
  );
}

function Digests({ view }: { view: DocumentView }) {
  const { issued } = view.document;
  if (!issued) return null;
  const line = (id: "document-digest-record" | "document-digest-issued" | "document-digest-newest", digest: string, testid: string) => (
    <div className="document-digest">
      <div className="field-label">
        <T id={id} />
      </div>
      <span data-record data-testid={testid} data-sha256={digest} className="document-digest-groups">
        {groups(digest)}
      </span>
    </div>
  );
  return (
    <section id="document-digests">
      <SectionHead title={<T id="document-digest" />} aside={<T id="document-issued-pages" args={{ pages: issued.pages }} />} />
      <p className="small quiet document-issued-on">
        <T id="document-issued-on" args={{ at: momentArg(issued.at) }} />
      </p>
      {line("document-digest-record", issued.record_sha256, "document-digest-record")}
      {line("document-digest-issued", issued.sha256, "document-digest-issued")}
      {view.sha256 && view.sha256 !== issued.sha256 && line("document-digest-newest", view.sha256, "document-digest")}
    </section>
  );
}

function Details({ view }: { view: DocumentView }) {
  const t = useT();
  const { document } = view;
  const save = useCommand("edit_document", { failures: "inline" });
  const [number, setNumber] = useState(document.number);
  const [given, setGiven] = useState(document.number);
  if (given !== document.number) {
    setGiven(document.number);
    setNumber(document.number);
  }
  const write = (change: Partial<EditDocument>) =>
    void save.run({
      document: document.id, number: document.number, title: wordsOf(document.title), date: document.date ?? null, edition: document.edition, look: document.look, ...change,
    });
  return (
    <section id="document-details" className="form" data-testid="document-details">
      <SectionHead title={<T id="document-details" />} />
      <div
        onBlur={() => {
          if (number.trim() !== document.number && number.trim()) write({ number: number.trim() });
        }}
      >
        <Field label="document-number" value={number} onChange={setNumber} testid="document-number" />
      </div>
      <div className="reviewed-field">
        <BilingualField label="document-name" value={wordsOf(document.title)} text={document.title} as="stacked" onCommit={(title) => write({ title })} testid="document-title" />
        <ReviewText text={document.title} place="document_title" record={document.id} testid="document-review-title" />
      </div>
      <DateTaken label="document-date" value={document.date ?? null} onTake={(date) => write({ date })} testid="document-date" />
      <Labelled label="document-edition">
        <Segments
          label={t("document-edition")}
          value={document.edition}
          onChange={(edition) => write({ edition })}
          options={[
            { value: "en", label: <Short id="document-edition-en" /> },
            { value: "side_by_side", label: <Short id="document-edition-side-by-side" /> },
            { value: "zh", label: <Short id="document-edition-zh" /> },
          ]}
          testid="document-edition"
        />
      </Labelled>
      <Labelled label="document-look">
        <Segments
          label={t("document-look")}
          value={document.look}
          onChange={(look) => write({ look })}
          options={[
            { value: "vendor", label: <Short id="document-look-vendor" /> },
            { value: "formal", label: <Short id="document-look-formal" /> },
          ]}
          testid="document-look"
        />
      </Labelled>
      <Failure failure={save.failure} />
      <Recorded className="hidden-text">{document.id}</Recorded>
    </section>
  );
}

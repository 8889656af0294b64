import { useEffect, useState } from "react";
import { call } from "@/api/call";
import type { DocumentView, Part, Section } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Bilingual, BilingualField, Button, Icon, placeOf, ReviewText, SectionHead, wordsOf } from "@/design";
import { idOf, T, useT } from "@/i18n";

const BLANK = { en: "", zh: "" };
/** A part of which the text is free; the others are excuses for a party that does not sign (`Waivers`). */
type FreePart = Exclude<Part, `${string}_does_not_sign`>;
const isFree = (part: Part): part is FreePart => !part.endsWith("_does_not_sign");

const partName = (part: FreePart) => idOf("document-part", part);

/** The free text of the document by its parts: paragraphs in both languages, joined. */
export function Editor({ view }: { view: DocumentView }) {
  const begun = useBegun();
  return (
    <div className="document-editor" data-testid="document-editor">
      {view.parts.filter(isFree).map((part) => (
        <OnePart key={part} view={view} part={part} begun={begun} />
      ))}
    </div>
  );
}

/** Where new paragraphs were begun and never saved. */
function useBegun(): ReadonlySet<string> {
  const [places, setPlaces] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    call("list_drafts", {})
      .then(({ view }) => setPlaces(new Set(view.drafts.map(({ place }) => place))))
      .catch(() => undefined);
  }, []);
  return places;
}

function OnePart({ view, part, begun }: { view: DocumentView; part: FreePart; begun: ReadonlySet<string> }) {
  const { document } = view;
  const draft = document.state === "draft";
  const sections = view.sections.filter((section) => section.part === part).sort((a, b) => a.position - b.position);
  const place = placeOf("section", document.id, part);
  const [asked, setAdding] = useState<boolean | null>(null);
  const adding = asked ?? begun.has(place);
  const save = useCommand("save_section");
  if (!draft && sections.length === 0) return null;
  return (
    <section className="document-part" data-testid={`document-part-${part.replace("_", "-")}`}>
      <SectionHead
        title={<T id={partName(part)} />}
        aside={draft && <Button label="app-add" size="small" look="ghost" icon="plus" testid={`document-add-${part.replace("_", "-")}`} onClick={() => setAdding(true)} />}
      />
      {sections.length === 0 && !adding && (
        <p className="faint small document-nothing">
          <T id="document-part-empty" />
        </p>
      )}
      {sections.map((section) =>
        draft ? (
          <Paragraph key={section.id} section={section} />
        ) : (
          <div key={section.id} className="document-read">
            <Bilingual text={section.text} as="joined" />
          </div>
        ),
      )}
      {adding && (
        <div className="document-paragraph" data-testid="document-new-paragraph">
          <BilingualField
            label="document-paragraph"
            rows={3}
            value={BLANK}
            draft={place}
            testid="document-new-paragraph"
            onCommit={(text) => {
              if (text.en.trim() || text.zh.trim()) void save.run({ section: null, document: document.id, part, text }).then((saved) => saved && setAdding(false));
            }}
          />
        </div>
      )}
    </section>
  );
}

function Paragraph({ section }: { section: Section }) {
  const t = useT();
  const save = useCommand("save_section");
  const remove = useCommand("remove_section");
  const value = wordsOf(section.text);
  return (
    <div className="document-paragraph" id={`section-${section.id}`} data-testid="document-paragraph">
      <BilingualField
        label="document-paragraph"
        rows={2}
        value={value}
        text={section.text}
        draft={placeOf("section", section.document, section.id)}
        testid="document-paragraph"
        onCommit={(text) => void save.run({ section: section.id, document: section.document, part: section.part, text })}
      />
      <div className="document-paragraph-acts">
        <ReviewText text={section.text} place="section_text" record={section.id} testid="document-review-paragraph" />
        <button
          type="button"
          className="document-remove"
          aria-label={t("document-paragraph-remove")}
          title={t("document-paragraph-remove")}
          data-testid="document-remove-paragraph"
          onClick={() => void remove.run({ section: section.id })}
        >
          <Icon name="trash" />
        </button>
      </div>
    </div>
  );
}

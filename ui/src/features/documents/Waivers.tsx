import { useState } from "react";
import type { DocumentView, Part, Party, PartySigning, Section } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Bilingual, BilingualField, Button, Icon, Name, placeOf, ReviewText, wordsOf } from "@/design";
import { T } from "@/i18n";

const BLANK = { en: "", zh: "" };
const PARTIES: Party[] = ["vendor", "client", "supervisor"];
const WAIVERS: Record<Party, Part> = { vendor: "vendor_does_not_sign", client: "client_does_not_sign", supervisor: "supervisor_does_not_sign" };

/** Parties that nobody signs for, and those of which the paper states why they do not. */
export function Waivers({ view, onSigner }: { view: DocumentView; onSigner: () => void }) {
  return PARTIES.map((party) => {
    const section = view.sections.find(({ part }) => part === WAIVERS[party]);
    if (section) return <Waiver key={party} view={view} party={party} section={section} />;
    const missing = view.parties.find((each) => each.party === party && each.signs === "nobody");
    return missing && view.document.state === "draft" ? <Missing key={party} view={view} missing={missing} onSigner={onSigner} /> : null;
  });
}

function Missing({ view, missing, onSigner }: { view: DocumentView; missing: PartySigning; onSigner: () => void }) {
  const { document } = view;
  const { party } = missing;
  const [stating, setStating] = useState<"no" | "yes">("no");
  const save = useCommand("save_section");
  return (
    <div className="party-signs" id={`document-party-${party}`} data-testid="document-party-missing" data-party={party}>
      <p className="party-signs-head">
        <Icon name="warning" />
        <span>
          <T id="document-waiver-missing" args={{ party }} as="block" />
          <small>
            <Name text={missing.organisation} show="one" />
          </small>
        </span>
      </p>
      {stating === "no" ? (
        <div className="row">
          <Button label="document-signer-add" size="small" look="ghost" icon="plus" testid={`document-party-sign-${party}`} onClick={onSigner} />
          <Button label="document-waiver-state" size="small" look="ghost" testid={`document-waive-${party}`} onClick={() => setStating("yes")} />
        </div>
      ) : (
        <>
          <Why party={party} />
          <BilingualField
            label="document-reason"
            rows={2}
            as="stacked"
            value={BLANK}
            draft={placeOf("section", document.id, WAIVERS[party])}
            testid={`document-waiver-${party}`}
            onCommit={(text) => {
              if (text.en.trim() || text.zh.trim()) void save.run({ section: null, document: document.id, part: WAIVERS[party], text });
            }}
          />
        </>
      )}
    </div>
  );
}

function Waiver({ view, party, section }: { view: DocumentView; party: Party; section: Section }) {
  const { document } = view;
  const save = useCommand("save_section");
  const remove = useCommand("remove_section");
  return (
    <div className="party-signs" id={`section-${section.id}`} data-testid="document-party-waived" data-party={party}>
      <span id={`document-party-${party}`} />
      <Why party={party} />
      {document.state === "draft" ? (
        <>
          <BilingualField
            label="document-reason"
            rows={2}
            as="stacked"
            value={wordsOf(section.text)}
            text={section.text}
            draft={placeOf("section", document.id, section.id)}
            testid={`document-waiver-${party}`}
            onCommit={(text) => void save.run({ section: section.id, document: document.id, part: section.part, text })}
          />
          <div className="row">
            <ReviewText text={section.text} place="section_text" record={section.id} testid={`document-review-waiver-${party}`} />
            <span className="push" />
            <Button label="document-waiver-remove" size="small" look="ghost" testid={`document-waiver-remove-${party}`} onClick={() => void remove.run({ section: section.id })} />
          </div>
        </>
      ) : (
        <Bilingual text={section.text} as="joined" />
      )}
    </div>
  );
}

function Why({ party }: { party: Party }) {
  return (
    <p className="small">
      <T id="document-waiver-why" args={{ party }} as="block" />
    </p>
  );
}

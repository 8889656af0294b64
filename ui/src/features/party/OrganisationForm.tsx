import { useState } from "react";
import type { Organisation, OrganisationKind, SaveOrganisation } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, canReview, DraftOffer, Failure, Field, placeOf, ReviewText, useDraft } from "@/design";
import { Choice } from "@/design/Choice";
import { useT } from "@/i18n";
import { useCalendars, useJurisdictions, usePartyOptions } from "./options";

export const KINDS: OrganisationKind[] = ["vendor", "client", "partner", "supervisor", "assessor", "regulator"];

function begin(organisation: Organisation | null, kind: OrganisationKind): SaveOrganisation {
  if (!organisation) {
    const blank = { en: "", zh: "" };
    return { organisation: null, kind, name: blank, short_name: blank, legal_id: "", calendar: "cn", jurisdiction: "CN", parent: null };
  }
  const { id, name, short_name, ...rest } = organisation;
  return {
    ...rest,
    organisation: id,
    name: { en: name.en.words, zh: name.zh.words },
    short_name: { en: short_name.en.words, zh: short_name.zh.words },
  };
}

interface Properties {
  /** None for a new one. */
  organisation: Organisation | null;
  kind?: OrganisationKind;
  onSaved: (id: string) => void;
  onCancel: () => void;
}

/** An organisation, new or recorded. */
export function OrganisationForm({ organisation, kind = "client", onSaved, onCancel }: Properties) {
  const t = useT();
  const [clean] = useState(() => begin(organisation, kind));
  const [typed, setTyped] = useState(clean);
  const draft = useDraft(placeOf("organisation", organisation?.id), typed, clean, setTyped);
  const save = useCommand("save_organisation", { failures: "inline" });
  const { organisations } = usePartyOptions();
  const jurisdictions = useJurisdictions();
  const calendars = useCalendars();
  const set = <K extends keyof SaveOrganisation>(key: K, value: SaveOrganisation[K]) => setTyped((now) => ({ ...now, [key]: value }));
  const submit = async () => {
    const saved = await save.run(typed);
    if (!saved) return;
    draft.settle();
    onSaved(saved.organisation);
  };
  return (
    <form
      className="form"
      data-testid="organisation-form"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void submit();
      }}
    >
      <DraftOffer draft={draft} testid="organisation" />
      <BilingualField label="party-organisation-name" value={typed.name} text={organisation?.name} onChange={(name) => set("name", name)} as="stacked" testid="organisation-name" />
      {organisation && canReview(organisation.name) && (
        <ReviewText text={organisation.name} place="organisation_name" record={organisation.id} testid="review-organisation-name" />
      )}
      <BilingualField label="party-short-name" value={typed.short_name} text={organisation?.short_name} onChange={(name) => set("short_name", name)} as="stacked" testid="organisation-short-name" />
      <Choice
        label="party-kind"
        options={KINDS.map((each) => ({ value: each, label: t(`party-kind-${each}`) }))}
        value={typed.kind}
        onChange={(chosen) => chosen && set("kind", chosen as OrganisationKind)}
        testid="organisation-kind"
      />
      <Field label="party-legal-id" value={typed.legal_id} onChange={(value) => set("legal_id", value)} testid="organisation-legal-id" />
      <div className="form-row">
        <Choice label="party-jurisdiction" options={jurisdictions} value={typed.jurisdiction} onChange={(code) => code && set("jurisdiction", code)} testid="organisation-jurisdiction" />
        <Choice label="party-calendar" options={calendars} value={typed.calendar} onChange={(code) => code && set("calendar", code)} testid="organisation-calendar" />
      </div>
      <Choice
        label="party-parent"
        options={organisations.filter((each) => each.value !== organisation?.id)}
        value={typed.parent ?? null}
        onChange={(id) => set("parent", id)}
        clearable="yes"
        placeholder="app-none"
        speaks="record"
        testid="organisation-parent"
      />
      <Failure failure={save.failure} />
      <div className="row row-end">
        <Button label="app-cancel" look="ghost" testid="cancel-organisation" onClick={() => {
            draft.settle();
            onCancel();
          }} />
        <Button label="app-save" look="primary" type="submit" disabled={save.busy || !(typed.name.en.trim() || typed.name.zh.trim())} testid="save-organisation" />
      </div>
    </form>
  );
}

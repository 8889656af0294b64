import type { Organisation, OrganisationKind, SaveOrganisation } from "@/api/generated/api";
import { BilingualField, canReview, Field, Form, placeOf, ReviewText, useRecordForm } from "@/design";
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
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_organisation",
    place: placeOf("organisation", organisation?.id),
    begin: () => begin(organisation, kind),
    ask: (now) => now,
    onSaved: (saved) => onSaved(saved.organisation),
  });
  const { organisations } = usePartyOptions();
  const jurisdictions = useJurisdictions();
  const calendars = useCalendars();
  return (
    <Form
      name="organisation"
      testid="organisation-form"
      draft={draft}
      failure={save.failure}
      save={{ testid: "save-organisation", busy: save.busy, run: submit }}
      close={{ testid: "cancel-organisation", run: onCancel }}
    >
      <BilingualField label="party-organisation-name" required value={typed.name} text={organisation?.name} onChange={(name) => set({ name })} as="stacked" testid="organisation-name" />
      {organisation && canReview(organisation.name) && (
        <ReviewText text={organisation.name} place="organisation_name" record={organisation.id} testid="review-organisation-name" />
      )}
      <BilingualField label="party-short-name" value={typed.short_name} text={organisation?.short_name} onChange={(name) => set({ short_name: name })} as="stacked" testid="organisation-short-name" />
      <Choice
        label="party-kind"
        options={KINDS.map((each) => ({ value: each, label: t(`party-kind-${each}`) }))}
        value={typed.kind}
        onChange={(chosen) => chosen && set({ kind: chosen as OrganisationKind })}
        testid="organisation-kind"
      />
      <Field label="party-legal-id" value={typed.legal_id} onChange={(value) => set({ legal_id: value })} testid="organisation-legal-id" />
      <Choice label="party-jurisdiction" options={jurisdictions} value={typed.jurisdiction} onChange={(code) => code && set({ jurisdiction: code })} testid="organisation-jurisdiction" />
      <Choice label="party-calendar" options={calendars} value={typed.calendar} onChange={(code) => code && set({ calendar: code })} testid="organisation-calendar" />
      <Choice
        label="party-parent"
        options={organisations.filter((each) => each.value !== organisation?.id)}
        value={typed.parent ?? null}
        onChange={(id) => set({ parent: id })}
        clearable="yes"
        placeholder="app-none"
        speaks="record"
        testid="organisation-parent"
      />
    </Form>
  );
}

import { useState } from "react";
import type { Language, Person, SavePerson } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, canReview, Check, Field, Form, placeOf, ReviewText, useRecordForm } from "@/design";
import { Choice } from "@/design/Choice";
import { T, useT } from "@/i18n";
import { EraseDialog } from "./EraseDialog";
import { usePartyOptions } from "./options";
import "./party.css";

const BLANK = { en: "", zh: "" };
const ZONES = Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone }));

interface Typed extends Omit<SavePerson, "organisation"> {
  organisation: string | null;
}

function begin(person: Person | null, organisation: string | null): Typed {
  if (!person) {
    const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return { person: null, organisation, name: BLANK, role: BLANK, language: "zh", time_zone, email: "", may_sign: null, internal_note: "" };
  }
  const { id, name, role, may_sign, ...rest } = person;
  const words = (text: typeof name) => ({ en: text.en.words, zh: text.zh.words });
  return { ...rest, person: id, name: words(name), role: words(role), may_sign: may_sign ? words(may_sign) : null };
}

/** A tick without words would promise a signature for anything, or for nothing. */
const lacksScope = ({ may_sign }: Typed): boolean => may_sign != null && !(may_sign.en.trim() || may_sign.zh.trim());

interface Properties {
  /** None for a new one. */
  person: Person | null;
  organisation?: string | null;
  onSaved: (id: string) => void;
  onCancel: () => void;
  onRemoved?: () => void;
}

/** A person, new or recorded, with the authority to sign. */
export function PersonForm({ person, organisation = null, onSaved, onCancel, onRemoved }: Properties) {
  const t = useT();
  const { typed, set, draft, save, submit } = useRecordForm({
    command: "save_person",
    place: placeOf("person", person?.id),
    begin: () => begin(person, organisation),
    ask: (now) => (now.organisation && !lacksScope(now) ? { ...now, organisation: now.organisation } : undefined),
    onSaved: (saved) => onSaved(saved.person),
  });
  const remove = useCommand("remove_person");
  const [erasing, setErasing] = useState<"no" | "asked">("no");
  const { organisations } = usePartyOptions();
  const scopeMissing = lacksScope(typed);
  return (
    <>
    <Form
      name="person"
      testid="person-form"
      draft={draft}
      failure={save.failure}
      missing={scopeMissing ? ["party-may-sign-what"] : []}
      save={{ testid: "save-person", busy: save.busy, run: submit }}
      close={{ testid: "cancel-person", run: onCancel }}
      acts={
        person && onRemoved && (
          <>
            <Button
              label="app-remove"
              look="danger"
              testid="remove-person"
              disabled={remove.busy}
              onClick={() => void remove.run({ person: person.id }).then((removed) => removed && onRemoved())}
            />
            <Button label="recovery-erase" look="ghost" testid="erase-person" onClick={() => setErasing("asked")} />
          </>
        )
      }
    >
      <BilingualField label="party-name" required value={typed.name} text={person?.name} onChange={(name) => set({ name })} testid="person-name" />
      {person && canReview(person.name) && <ReviewText text={person.name} place="person_name" record={person.id} testid="review-person-name" />}
      <BilingualField label="party-role" value={typed.role} text={person?.role} onChange={(role) => set({ role })} as="stacked" testid="person-role" />
      <Choice
        label="party-organisation"
        required
        options={organisations}
        value={typed.organisation}
        onChange={(id) => set({ organisation: id })}
        placeholder="project-choose-organisation"
        speaks="record"
        testid="person-organisation"
      />
      <Check
        label="party-may-sign-check"
        checked={typed.may_sign != null}
        onChange={(checked) => set({ may_sign: checked ? BLANK : null })}
        testid="person-may-sign"
      />
      {typed.may_sign && (
        <>
          <BilingualField label="party-may-sign-what" value={typed.may_sign} text={person?.may_sign ?? undefined} rows={2} as="stacked" onChange={(words) => set({ may_sign: words })} testid="person-authority" />
          {scopeMissing && (
            <p className="field-fault" role="alert" data-testid="person-authority-missing">
              <T id="party-may-sign-missing" as="block" />
            </p>
          )}
        </>
      )}
      <div className="form-row form-row-uneven">
        <Choice
          label="party-language"
          options={[
            { value: "zh", label: t("place-language-zh") },
            { value: "en", label: t("place-language-en") },
          ]}
          value={typed.language}
          onChange={(code) => code && set({ language: code as Language })}
          testid="person-language"
        />
        <Choice label="party-time-zone" options={ZONES} value={typed.time_zone || null} onChange={(zone) => set({ time_zone: zone ?? "" })} speaks="record" testid="person-time-zone" />
      </div>
      <Field label="party-email" type="email" value={typed.email} onChange={(email) => set({ email })} testid="person-email" />
      <Field label="party-note" hint="party-note-hint" rows={2} value={typed.internal_note} onChange={(note) => set({ internal_note: note })} testid="person-note" />
    </Form>
      {person && erasing === "asked" && (
        <EraseDialog person={person} onClose={() => setErasing("no")} onErased={() => onRemoved?.()} />
      )}
    </>
  );
}

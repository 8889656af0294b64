import { useState } from "react";
import type { Language, Person, SavePerson } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, Button, canReview, Check, DraftOffer, Failure, Field, placeOf, ReviewText, useDraft } from "@/design";
import { Choice } from "@/design/Choice";
import { useT } from "@/i18n";
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
  const [clean] = useState(() => begin(person, organisation));
  const [typed, setTyped] = useState(clean);
  const draft = useDraft(placeOf("person", person?.id), typed, clean, setTyped);
  const save = useCommand("save_person", { failures: "inline" });
  const remove = useCommand("remove_person");
  const [erasing, setErasing] = useState<"no" | "asked">("no");
  const { organisations } = usePartyOptions();
  const set = <K extends keyof Typed>(key: K, value: Typed[K]) => setTyped((now) => ({ ...now, [key]: value }));
  const submit = async () => {
    if (!typed.organisation) return;
    const saved = await save.run({ ...typed, organisation: typed.organisation });
    if (!saved) return;
    draft.settle();
    onSaved(saved.person);
  };
  return (
    <form
      className="form"
      data-testid="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void submit();
      }}
    >
      <DraftOffer draft={draft} testid="person" />
      <BilingualField label="party-name" value={typed.name} text={person?.name} onChange={(name) => set("name", name)} testid="person-name" />
      {person && canReview(person.name) && <ReviewText text={person.name} place="person_name" record={person.id} testid="review-person-name" />}
      <BilingualField label="party-role" value={typed.role} text={person?.role} onChange={(role) => set("role", role)} as="stacked" testid="person-role" />
      <Choice
        label="party-organisation"
        options={organisations}
        value={typed.organisation}
        onChange={(id) => set("organisation", id)}
        placeholder="project-choose-organisation"
        speaks="record"
        testid="person-organisation"
      />
      <Check
        label="party-may-sign-check"
        checked={typed.may_sign != null}
        onChange={(checked) => set("may_sign", checked ? BLANK : null)}
        testid="person-may-sign"
      />
      {typed.may_sign && (
        <BilingualField label="party-may-sign-what" value={typed.may_sign} text={person?.may_sign ?? undefined} rows={2} as="stacked" onChange={(words) => set("may_sign", words)} testid="person-authority" />
      )}
      <div className="form-row">
        <Choice
          label="party-language"
          options={[
            { value: "zh", label: t("place-language-zh") },
            { value: "en", label: t("place-language-en") },
          ]}
          value={typed.language}
          onChange={(code) => code && set("language", code as Language)}
          testid="person-language"
        />
        <Choice label="party-time-zone" options={ZONES} value={typed.time_zone || null} onChange={(zone) => set("time_zone", zone ?? "")} speaks="record" testid="person-time-zone" />
      </div>
      <Field label="party-email" type="email" value={typed.email} onChange={(email) => set("email", email)} testid="person-email" />
      <Field label="party-note" hint="party-note-hint" rows={2} value={typed.internal_note} onChange={(note) => set("internal_note", note)} testid="person-note" />
      <Failure failure={save.failure} />
      <div className="row row-end">
        {person && onRemoved && (
          <Button
            label="app-remove"
            look="danger"
            testid="remove-person"
            disabled={remove.busy}
            onClick={() => void remove.run({ person: person.id }).then((removed) => removed && onRemoved())}
          />
        )}
        {person && onRemoved && <Button label="recovery-erase" look="ghost" testid="erase-person" onClick={() => setErasing("asked")} />}
        <span className="push" />
        <Button label="app-cancel" look="ghost" testid="cancel-person" onClick={() => {
            draft.settle();
            onCancel();
          }} />
        <Button
          label="app-save"
          look="primary"
          type="submit"
          disabled={save.busy || !typed.organisation || !(typed.name.en.trim() || typed.name.zh.trim())}
          testid="save-person"
        />
      </div>
      {person && erasing === "asked" && (
        <EraseDialog person={person} onClose={() => setErasing("no")} onErased={() => onRemoved?.()} />
      )}
    </form>
  );
}

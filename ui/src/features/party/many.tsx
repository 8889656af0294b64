// What can be done with several people or organisations at once.
import { useMemo } from "react";
import type { Language, Organisation, OrganisationChange, OrganisationKind, Parties, Person, PersonChange } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, useChosen } from "@/design";
import type { Choosing } from "@/design/choosing";
import { SetTo } from "@/design/ManyActs";
import { useDisplay, useT } from "@/i18n";
import { KINDS } from "./OrganisationForm";
import { oneLine, useCalendars, useJurisdictions, usePartyOptions } from "./options";

export function useManyPeople(view: Parties): Choosing<Person> {
  const t = useT();
  const display = useDisplay();
  const ids = useMemo(() => view.people.map(({ id }) => id), [view]);
  const { chosen, choose, list } = useChosen(ids);
  const edit = useCommand("edit_people");
  const { organisations } = usePartyOptions();
  const set = (change: PersonChange) => void edit.run({ people: list, change });
  return {
    chosen,
    onChoose: choose,
    nameOf: (person) => oneLine(person.name, display),
    acts: (
      <>
        <SetTo label="many-set-party" testid="many-party" options={organisations} speaks="record" onSet={(organisation) => organisation && set({ what: "organisation", organisation })} />
        <SetTo
          label="many-set-language"
          testid="many-language"
          options={[
            { value: "zh", label: t("place-language-zh") },
            { value: "en", label: t("place-language-en") },
          ]}
          onSet={(language) => language && set({ what: "language", language: language as Language })}
        />
        <Button label="app-remove" look="danger" size="small" icon="trash" testid="many-remove" onClick={() => set({ what: "removed" })} />
      </>
    ),
  };
}

export function useManyOrganisations(view: Parties): Choosing<Organisation> {
  const t = useT();
  const display = useDisplay();
  const ids = useMemo(() => view.organisations.map(({ id }) => id), [view]);
  const { chosen, choose, list } = useChosen(ids);
  const edit = useCommand("edit_organisations");
  const calendars = useCalendars();
  const jurisdictions = useJurisdictions();
  const set = (change: OrganisationChange) => void edit.run({ organisations: list, change });
  return {
    chosen,
    onChoose: choose,
    nameOf: (organisation) => oneLine(organisation.name, display),
    acts: (
      <>
        <SetTo label="many-set-kind" testid="many-kind" options={KINDS.map((value) => ({ value, label: t(`party-kind-${value}`) }))} onSet={(kind) => kind && set({ what: "kind", kind: kind as OrganisationKind })} />
        <SetTo label="many-set-calendar" testid="many-calendar" options={calendars} onSet={(calendar) => calendar && set({ what: "calendar", calendar })} />
        <SetTo label="many-set-jurisdiction" testid="many-jurisdiction" options={jurisdictions} onSet={(jurisdiction) => jurisdiction && set({ what: "jurisdiction", jurisdiction })} />
      </>
    ),
  };
}

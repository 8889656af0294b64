// A person as text and on paper; the internal note has no place in it.
import type { Organisation, Person } from "@/api/generated/api";
import { field, ofText, said, same, type Sheet } from "@/design/sheet";

export function ofPerson(person: Person, organisation: Organisation | undefined): Sheet {
  return {
    kind: said("sheet-person"),
    title: ofText(person.name),
    lines: [
      ...field("party-role", ofText(person.role)),
      ...field("party-organisation", organisation && ofText(organisation.name)),
      ...field("party-may-sign", person.may_sign && ofText(person.may_sign)),
      ...field("party-language", said(`place-language-${person.language}`)),
      ...field("party-time-zone", same(person.time_zone)),
      ...field("party-email", same(person.email)),
    ],
  };
}

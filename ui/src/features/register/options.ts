import type { RegisterView, Text } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import type { Option } from "@/design/Choice";
import { oneLine, usePartyOptions } from "@/features/party/options";
import { useDisplay } from "@/i18n";
import { KEPT, type KeptHere } from "./kinds";

export interface RegisterOptions {
  people: Option[];
  organisations: Option[];
  requirements: Option[];
  deliverables: Option[];
  criteria: Option[];
  records: Record<KeptHere, Option[]>;
}

/** What a record of the registers can name, found by number or words. */
export function useRegisterOptions(project: string, view: RegisterView): RegisterOptions {
  const display = useDisplay();
  const parties = usePartyOptions();
  const { view: scope } = useQuery("scope_matrix", { project });
  const option = (value: string, number: string, text: Text): Option => ({ value, label: `${number} ${oneLine(text, display)}`, search: `${text.en.words} ${text.zh.words}` });
  const ofKind = (kind: KeptHere) => view.rows.filter((row) => row.kind === kind).map(({ id, number, title }) => option(id, number, title)).sort((a, b) => a.label.localeCompare(b.label));
  return {
    ...parties,
    requirements: (scope?.requirements ?? []).map(({ requirement }) => option(requirement.id, requirement.number, requirement.title)),
    deliverables: (scope?.deliverables ?? []).map(({ deliverable }) => option(deliverable.id, deliverable.number, deliverable.title)),
    criteria: (scope?.criteria ?? []).map(({ criterion }) => option(criterion.id, criterion.number, criterion.text)),
    records: Object.fromEntries(KEPT.map((kind) => [kind, ofKind(kind)])) as Record<KeptHere, Option[]>,
  };
}

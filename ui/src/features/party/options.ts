import { useMemo } from "react";
import type { Text } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import type { Option } from "@/design/Choice";
import { type Display } from "@/api/host";
import { mainLanguage, useDisplay, useT, words } from "@/i18n";

/** A bilingual name in one line, as the reader reads. */
export function oneLine(text: Text, display: Display): string {
  const first = words(text, mainLanguage(display));
  const second = words(text, "zh");
  return display === "both" && second !== first ? `${first} ${second}` : first;
}

/** Organisations and people to choose from, found by either language. */
export function usePartyOptions(): { organisations: Option[]; people: Option[] } {
  const { view } = useQuery("list_parties", { project: null });
  const display = useDisplay();
  return useMemo(() => {
    const option = (id: string, name: Text): Option => ({ value: id, label: oneLine(name, display), search: `${name.en.words} ${name.zh.words}` });
    return {
      organisations: (view?.organisations ?? []).map((each) => option(each.id, each.name)),
      people: (view?.people ?? []).map((each) => option(each.id, each.name)),
    };
  }, [view, display]);
}

const PLACES = ["cn", "hk", "mo", "sg", "my", "id", "th", "vn", "ph", "la", "kh", "mm", "bn"] as const;
/** The working calendars of the library. */
const CALENDARS = ["cn", "hk", "sg", "my", "id", "th", "vn", "ph"] as const;

/** Laws that a project or an organisation can stand under, by ISO 3166-1. */
export function useJurisdictions(): Option[] {
  const t = useT();
  return PLACES.map((code) => ({ value: code.toUpperCase(), label: t(`place-${code}`), search: code }));
}

export function useCalendars(): Option[] {
  const t = useT();
  return CALENDARS.map((code) => ({ value: code, label: t(`place-${code}`), search: code }));
}

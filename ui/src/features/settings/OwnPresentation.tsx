import type { PresentationSettings } from "@/api/host";
import { useKept } from "@/window/settings";
import { LANGUAGES, SectionHead, Segments } from "@/design";
import { T, useT } from "@/i18n";
import { Setting } from "./Setting";

type Tone = "window" | "light" | "dark";

/** How presenting to a client begins; while presenting each of it can be changed. */
export function OwnPresentation() {
  const t = useT();
  const { settings, keep } = useKept();
  const { language, theme, screen } = settings.presentation;
  const set = (change: Partial<PresentationSettings>) => keep((now) => ({ ...now, presentation: { ...now.presentation, ...change } }));
  return (
    <section>
      <SectionHead title={<T id="settings-presentation" />} />
      <Setting label="settings-presentation-language" hint="settings-presentation-hint">
        <Segments
          label={t("settings-presentation-language")}
          value={language === "pseudo" ? "both" : language}
          onChange={(chosen) => set({ language: chosen })}
          options={LANGUAGES}
          testid="presentation-language"
        />
      </Setting>
      <Setting label="settings-presentation-theme">
        <Segments<Tone>
          label={t("settings-presentation-theme")}
          value={theme ?? "window"}
          onChange={(chosen) => set({ theme: chosen === "window" ? null : chosen })}
          options={[
            { value: "window", label: <T id="settings-presentation-as-window" /> },
            { value: "light", label: <T id="settings-theme-light" /> },
            { value: "dark", label: <T id="settings-theme-dark" /> },
          ]}
          testid="presentation-theme"
        />
      </Setting>
      <Setting label="settings-presentation-screen">
        <Segments
          label={t("settings-presentation-screen")}
          value={screen}
          onChange={(chosen) => set({ screen: chosen })}
          options={(["full", "window"] as const).map((each) => ({ value: each, label: <T id={`settings-presentation-${each}`} /> }))}
          testid="presentation-screen"
        />
      </Setting>
    </section>
  );
}

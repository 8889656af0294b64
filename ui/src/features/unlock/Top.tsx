import { Ready } from "@/window/Ready";
import { LanguageSwitch, ThemeSwitch } from "@/design";

/** The upper edge of every screen before a workspace is open. */
export function Top() {
  return (
    <>
      <Ready />
      <header className="unlock-top">
        <LanguageSwitch />
        <span className="push" />
        <ThemeSwitch />
      </header>
    </>
  );
}

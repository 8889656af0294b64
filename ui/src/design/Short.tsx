import { type Arg, Coded, Language, mainLanguage, useDisplay } from "@/i18n";

/**
 * A message where there is room for one language only: in 双语 the English one. Its whole is said elsewhere on the
 * same screen.
 */
export function Short({ id, args }: { id: string; args?: Record<string, Arg | undefined> }) {
  const display = useDisplay();
  const said = <Coded id={id} args={args} />;
  if (display !== "both") return said;
  return <Language value={{ display: mainLanguage(display), choose: () => undefined }}>{said}</Language>;
}

import { Button, SectionHead } from "@/design";
import { T } from "@/i18n";
import { useTour } from "../tour/useTour";

/** How far the tour was done, and the way back into it. */
export function Tour() {
  const { standing, begin } = useTour();
  return (
    <section>
      <SectionHead title={<T id="tour-title" />} />
      <p className="quiet settings-hint">
        <T id={standing === "done" ? "tour-was-done" : "tour-hint"} as="block" />
      </p>
      <Button label={standing === "done" ? "tour-again" : "tour-begin"} size="small" disabled={standing === "running"} testid="begin-tour" onClick={begin} />
    </section>
  );
}

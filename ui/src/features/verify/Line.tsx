import { Short } from "@/design";
import type { MessageId } from "@/i18n";

/** A fact with its name, in a list of facts. */
export function Line({ label, children }: { label: MessageId; children: React.ReactNode }) {
  return (
    <>
      <dt>
        <Short id={label} />
      </dt>
      <dd>{children}</dd>
    </>
  );
}

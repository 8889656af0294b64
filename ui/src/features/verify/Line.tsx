import { type PlainId, T } from "@/i18n";

/** A fact with its name, in a list of facts. */
export function Line({ label, children }: { label: PlainId; children: React.ReactNode }) {
  return (
    <>
      <dt>
        <T id={label} />
      </dt>
      <dd>{children}</dd>
    </>
  );
}

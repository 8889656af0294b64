import { type PlainId, T, useT } from "@/i18n";

const KEYS: { keys: string[]; does: PlainId }[] = [
  { keys: ["→", "←", "PageDown", "PageUp", "␣"], does: "present-keys-move" },
  { keys: ["Home", "End"], does: "present-keys-ends" },
  { keys: ["1", "2", "3", "4"], does: "present-keys-mark" },
  { keys: ["R", "M"], does: "present-keys-remark" },
  { keys: ["P"], does: "present-keys-photographs" },
  { keys: ["L"], does: "present-keys-language" },
  { keys: ["F"], does: "present-keys-full" },
  { keys: ["N"], does: "present-keys-notes" },
  { keys: ["Esc"], does: "present-keys-leave" },
  { keys: ["?"], does: "present-keys-help" },
];

/** The keys of the presentation. */
export function KeyMap() {
  const t = useT();
  return (
    <aside className="present-keys" aria-label={t("present-keys")} data-testid="present-keys">
      <dl>
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt data-record>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>
              <T id={does} />
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}

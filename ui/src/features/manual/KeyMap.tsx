import { PLACES, SECTIONS, TABS } from "@/window/routes";
import { SectionHead } from "@/design";
import { MOD } from "@/design/keys";
import { Coded } from "@/i18n";

interface Line {
  /** Keys that do it; `G T` is pressed one after the other. */
  keys: readonly string[];
  does: string;
}

const MARKS: readonly Line[] = [
  { keys: ["1"], does: "mark-passed" },
  { keys: ["2"], does: "mark-passed-with-remark" },
  { keys: ["3"], does: "mark-failed" },
  { keys: ["4"], does: "mark-not-tested" },
];

const goes = ({ key, label }: { key?: string; label: string }): Line[] => (key === undefined ? [] : [{ keys: [`G ${key.toUpperCase()}`], does: label }]);

const groups = (): { title: string; lines: readonly Line[] }[] => [
  {
    title: "manual-key-anywhere",
    lines: [
      { keys: ["?"], does: "manual-key-this-map" },
      { keys: ["F1"], does: "manual-key-this-page" },
      { keys: [`${MOD} K`], does: "manual-key-search" },
      { keys: [`${MOD} Z`], does: "manual-key-undo" },
      { keys: [`${MOD} Shift Z`, `${MOD} Y`], does: "manual-key-redo" },
      { keys: [`${MOD} +`, `${MOD} −`, `${MOD} 0`], does: "manual-key-text-size" },
      { keys: ["Tab", "Shift Tab"], does: "manual-key-next-field" },
      { keys: ["Esc"], does: "manual-key-leave" },
    ],
  },
  { title: "manual-key-places", lines: [...PLACES, ...TABS].flatMap(goes) },
  { title: "manual-key-sections", lines: SECTIONS.flatMap(goes) },
  {
    title: "manual-key-lists",
    lines: [
      { keys: ["J", "K", "↓", "↑"], does: "manual-key-move" },
      { keys: ["PageDown", "PageUp"], does: "manual-key-leap" },
      { keys: ["Home", "End"], does: "manual-key-ends" },
      { keys: ["Enter"], does: "manual-key-open" },
      { keys: ["Space"], does: "manual-key-choose" },
      { keys: ["Shift ↓", "Shift ↑"], does: "manual-key-choose-more" },
      { keys: [`${MOD} A`], does: "manual-key-choose-all" },
      { keys: ["Esc"], does: "manual-key-choose-none" },
    ],
  },
  {
    title: "manual-key-forms",
    lines: [
      { keys: [`${MOD} Enter`], does: "manual-key-save" },
      { keys: ["Enter"], does: "manual-key-take" },
      { keys: ["↓"], does: "manual-key-calendar" },
      { keys: ["Esc"], does: "manual-key-close-form" },
    ],
  },
  { title: "manual-key-marks", lines: MARKS },
  { title: "manual-key-pages", lines: [{ keys: ["→", "←", "PageDown", "PageUp"], does: "manual-key-turn" }] },
  {
    title: "manual-key-present",
    lines: [
      { keys: ["→", "←", "Space"], does: "manual-key-present-move" },
      { keys: ["Home", "End"], does: "manual-key-present-ends" },
      { keys: ["R", "M"], does: "manual-key-present-remark" },
      { keys: ["P"], does: "manual-key-present-photographs" },
      { keys: ["L"], does: "manual-key-present-language" },
      { keys: ["F"], does: "manual-key-present-full" },
      { keys: ["N"], does: "manual-key-present-notes" },
      { keys: ["?"], does: "manual-key-present-help" },
    ],
  },
];

/** Every key of the window, by where it is heard. */
export function KeyMap() {
  return (
    <div className="manual-keys" data-testid="manual-keys">
      {groups().map(({ title, lines }) => (
        <section key={title}>
          <SectionHead title={<Coded id={title} />} />
          <dl>
            {lines.map(({ keys, does }) => (
              <div key={does}>
                <dt data-record>
                  {keys.map((key) => (
                    <kbd key={key} className="key">
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>
                  <Coded id={does} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

import { Dropdown } from "antd";
import { useState } from "react";
import { type PlainId, T, useT } from "@/i18n";
import type { Option } from "./Choice";
import { DateField } from "./DateField";
import { Icon } from "./icons";
import type { Sense } from "./reading";
import { Themed } from "./Themed";

/** Sets one field of everything that is chosen to one of a few values. */
export function SetTo({ label, options, onSet, empty = "no", speaks = "messages", testid }: { label: PlainId; options: Option[]; onSet: (value: string | null) => void; empty?: "yes" | "no"; speaks?: "record" | "messages"; testid: string }) {
  const said = (option: Option) => <span data-record={speaks === "record" ? "" : undefined} data-testid={`${testid}-${option.value}`}>{option.label}</span>;
  return (
    <Themed>
      <Dropdown
        trigger={["click"]}
        menu={{
          className: "set-to",
          items: [
            ...options.map((option) => ({ key: option.value, label: said(option) })),
            ...(empty === "yes" ? [{ type: "divider" as const }, { key: "", label: <span data-testid={`${testid}-none`}><T id="many-take-away" /></span> }] : []),
          ],
          onClick: ({ key }) => onSet(key || null),
        }}
      >
        <button type="button" className="button button-small" data-testid={testid}>
          <T id={label} />
          <Icon name="down" />
        </button>
      </Dropdown>
    </Themed>
  );
}

/** Sets one day of everything that is chosen, or takes it away. */
export function SetDay({ label, sense, onSet, testid }: { label: PlainId; sense: Sense; onSet: (day: string | null) => void; testid: string }) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const set = (day: string | null) => {
    setTyped(null);
    onSet(day);
  };
  return (
    <span className="set-day">
      <DateField label={label} as={{ placeholder: t(label) }} value={typed} onChange={setTyped} sense={sense} onLeave={(day) => day !== null && set(day)} onClear={() => set(null)} testid={testid} />
    </span>
  );
}

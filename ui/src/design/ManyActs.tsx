import { DatePicker, Dropdown } from "antd";
import type { Dayjs } from "dayjs";
import { type MessageId, T, useT } from "@/i18n";
import { Button } from "./Button";
import { type Option, useCalendar } from "./Choice";
import { Icon } from "./icons";
import { Themed } from "./Themed";

/** Sets one field of everything that is chosen to one of a few values. */
export function SetTo({ label, options, onSet, empty = "no", speaks = "messages", testid }: { label: MessageId; options: Option[]; onSet: (value: string | null) => void; empty?: "yes" | "no"; speaks?: "record" | "messages"; testid: string }) {
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
          <T id={label as "app-name"} />
          <Icon name="down" />
        </button>
      </Dropdown>
    </Themed>
  );
}

/** Sets one day of everything that is chosen, or takes it away. */
export function SetDay({ label, onSet, testid }: { label: MessageId; onSet: (day: string | null) => void; testid: string }) {
  const t = useT();
  const calendar = useCalendar();
  return (
    <Themed>
      <DatePicker
        {...calendar}
        value={null}
        size="small"
        className="set-day"
        placeholder={t(label as "app-name")}
        aria-label={t(label as "app-name")}
        suffixIcon={<Icon name="down" />}
        renderExtraFooter={() => <Button label="many-take-away" look="ghost" size="small" testid={`${testid}-none`} onClick={() => onSet(null)} />}
        onChange={(date: Dayjs | null) => date && onSet(date.format("YYYY-MM-DD"))}
        data-testid={testid}
        data-record
      />
    </Themed>
  );
}

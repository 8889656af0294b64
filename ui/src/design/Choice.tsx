import { Select } from "antd";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { type PlainId, useT } from "@/i18n";
import { Labelled } from "./Field";
import { Icon } from "./icons";
import { Themed } from "./Themed";

export interface Option {
  value: string;
  /** As the reader reads it. */
  label: string;
  /** What else finds it: the other language, a number. */
  search?: string;
}

interface Shared {
  label: PlainId;
  hint?: PlainId;
  placeholder?: PlainId;
  /** Whose words the options are: the record's or, otherwise, Fluent's. */
  speaks?: "record" | "messages";
  /** A form is not saved without it. */
  required?: boolean;
  testid: string;
}

// antd names its own icons in English.
const DOWN = <Icon name="down" />;
const CLEAR = { clearIcon: <Icon name="cross" /> };

const finds = (typed: string, option: Option | undefined) =>
  `${option?.label ?? ""} ${option?.search ?? ""}`.toLowerCase().includes(typed.toLowerCase());

/**
 * A list that opens over its field. Tab closes it and goes on with what is chosen: antd would choose the row that happens
 * to be marked, which takes a chosen one out again.
 */
function useList() {
  const [open, setOpen] = useState(false);
  const frame = (list: ReactNode) => (
    <div
      className="choice"
      data-open={open ? "" : undefined}
      onKeyDownCapture={(event: KeyboardEvent) => {
        if (event.key !== "Tab" || !open) return;
        event.stopPropagation();
        setOpen(false);
      }}
    >
      <Themed>{list}</Themed>
    </div>
  );
  return { frame, open, onOpenChange: setOpen };
}

/** One of many, found by typing. */
export function Choice({
  label,
  hint,
  placeholder,
  speaks = "messages",
  options,
  value,
  onChange,
  clearable = "no",
  required,
  testid,
}: Shared & { options: Option[]; value: string | null; onChange: (value: string | null) => void; clearable?: "yes" | "no" }) {
  const t = useT();
  const id = useId();
  const { frame, ...list } = useList();
  return (
    <Labelled label={label} hint={hint} htmlFor={id} stands={required && value === null ? "missing" : undefined}>
      {frame(
        <Select<string, Option>
          {...list}
          id={id}
          showSearch={{ filterOption: finds }}
          allowClear={clearable === "yes" && CLEAR}
          suffix={DOWN}
          options={options}
          value={value ?? undefined}
          onChange={(chosen?: string) => onChange(chosen ?? null)}
          placeholder={placeholder && t(placeholder)}
          notFoundContent={t("app-nothing-found")}
          data-testid={testid}
          data-record={speaks === "record" ? "" : undefined}
        />,
      )}
    </Labelled>
  );
}

/** Several of many. */
export function Choices({
  label,
  hint,
  placeholder,
  speaks = "messages",
  options,
  value,
  onChange,
  required,
  testid,
}: Shared & { options: Option[]; value: string[]; onChange: (value: string[]) => void }) {
  const t = useT();
  const id = useId();
  const { frame, ...list } = useList();
  return (
    <Labelled label={label} hint={hint} htmlFor={id} stands={required && value.length === 0 ? "missing" : undefined}>
      {frame(
        <Select<string[], Option>
          {...list}
          id={id}
          mode="multiple"
          suffix={DOWN}
          removeIcon={CLEAR.clearIcon}
          showSearch={{ filterOption: finds }}
          options={options}
          value={value}
          onChange={onChange}
          placeholder={placeholder && t(placeholder)}
          notFoundContent={t("app-nothing-found")}
          data-testid={testid}
          data-record={speaks === "record" ? "" : undefined}
        />,
      )}
    </Labelled>
  );
}

/** One of many in a line that says itself what is chosen; `name` is what a screen reader hears. */
export function LineChoice({ name, options, value, onChange, speaks = "messages", testid }: Pick<Shared, "speaks" | "testid"> & { name: string; options: Option[]; value: string; onChange: (value: string) => void }) {
  const t = useT();
  const { frame, ...list } = useList();
  return frame(
    <Select<string, Option>
      {...list}
      size="small"
      aria-label={name}
      showSearch={{ filterOption: finds }}
      suffix={DOWN}
      options={options}
      value={value}
      onChange={onChange}
      popupMatchSelectWidth={false}
      notFoundContent={t("app-nothing-found")}
      data-testid={testid}
      data-record={speaks === "record" ? "" : undefined}
    />,
  );
}

import { DatePicker, Select } from "antd";
import dayjs from "dayjs";
import { use, useId } from "react";
import { useQuery } from "@/api/useQuery";
import { mainLanguage, type MessageId, useDisplay, useT } from "@/i18n";
import { Labelled } from "./Field";
import { FormatsInUse } from "./formats";
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
  label: MessageId;
  hint?: MessageId;
  placeholder?: MessageId;
  /** Whose words the options are: the record's or, otherwise, Fluent's. */
  speaks?: "record" | "messages";
  testid: string;
}

// antd names its own icons in English.
const DOWN = <Icon name="down" />;
const CALENDAR = <Icon name="projects" />;
const CLEAR = { clearIcon: <Icon name="cross" /> };

const finds = (typed: string, option: Option | undefined) =>
  `${option?.label ?? ""} ${option?.search ?? ""}`.toLowerCase().includes(typed.toLowerCase());

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
  testid,
}: Shared & { options: Option[]; value: string | null; onChange: (value: string | null) => void; clearable?: "yes" | "no" }) {
  const t = useT();
  const id = useId();
  return (
    <Labelled label={label} hint={hint} htmlFor={id}>
      <Themed>
        <Select<string, Option>
          id={id}
          showSearch={{ filterOption: finds }}
          allowClear={clearable === "yes" && CLEAR}
          suffix={DOWN}
          options={options}
          value={value ?? undefined}
          onChange={(chosen?: string) => onChange(chosen ?? null)}
          placeholder={placeholder && t(placeholder as "app-name")}
          notFoundContent={t("app-nothing-found")}
          data-testid={testid}
          data-record={speaks === "record" ? "" : undefined}
        />
      </Themed>
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
  testid,
}: Shared & { options: Option[]; value: string[]; onChange: (value: string[]) => void }) {
  const t = useT();
  const id = useId();
  return (
    <Labelled label={label} hint={hint} htmlFor={id}>
      <Themed>
        <Select<string[], Option>
          id={id}
          mode="multiple"
          suffix={DOWN}
          removeIcon={CLEAR.clearIcon}
          showSearch={{ filterOption: finds }}
          options={options}
          value={value}
          onChange={onChange}
          placeholder={placeholder && t(placeholder as "app-name")}
          notFoundContent={t("app-nothing-found")}
          data-testid={testid}
          data-record={speaks === "record" ? "" : undefined}
        />
      </Themed>
    </Labelled>
  );
}

/** How a day is chosen: written as she has dates written, beginning at the day the workspace takes for today. */
export function useCalendar() {
  const language = mainLanguage(useDisplay());
  const { dates } = use(FormatsInUse);
  // In the sample it is not the clock's.
  const { view } = useQuery("workspace_status", {});
  return {
    format: dates === "iso" ? "YYYY-MM-DD" : language === "zh" ? "YYYY年M月D日" : "D MMM YYYY",
    defaultPickerValue: view?.open ? dayjs(view.open.today) : undefined,
    showNow: false,
  };
}

/** A day, as `2026-05-09`. */
export function DateField({ label, hint, value, onChange, testid }: Shared & { value: string | null; onChange: (value: string | null) => void }) {
  const id = useId();
  const calendar = useCalendar();
  return (
    <Labelled label={label} hint={hint} htmlFor={id}>
      <Themed>
        <DatePicker
          {...calendar}
          id={id}
          value={value ? dayjs(value) : null}
          placeholder=""
          onChange={(date) => onChange(date ? date.format("YYYY-MM-DD") : null)}
          allowClear={CLEAR}
          suffixIcon={CALENDAR}
          style={{ width: "100%" }}
          data-testid={testid}
          // What antd names in it, such as the sign that empties it, it says in the reader's language by itself.
          data-record
        />
      </Themed>
    </Labelled>
  );
}

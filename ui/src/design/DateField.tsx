import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { use, useEffect, useReducer, useRef, useState, type ReactNode } from "react";
import type { DayReading, Language } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { idOf, mainLanguage, type PlainId, T, useDisplay, useT } from "@/i18n";
import { Button } from "./Button";
import { DateText } from "./Figures";
import { day, weekday } from "./figures";
import { FormatsInUse } from "./formats";
import { Icon } from "./icons";
import { isDay, type Read, type Sense, useDayReading } from "./reading";
import { type Outcome, ReadField } from "./ReadField";
import { Themed } from "./Themed";

interface Properties {
  label: PlainId;
  hint?: PlainId;
  required?: boolean;
  /** A day as `2026-05-09`, or what was typed and cannot be read. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** Which year a day without one belongs to: planned days lie ahead, days of what happened behind. */
  sense?: Sense;
  /** Called once the hand has left a day, or none; never with what cannot be read. */
  onLeave?: (day: string | null) => void;
  /** What leaving it empty from the calendar does, where it is more than that. */
  onClear?: () => void;
  as?: "field" | { placeholder: string };
  testid: string;
}

/** A day, typed in any usual form of either language or picked from a calendar. */
export function DateField({ value, onChange, sense = "any", onLeave, onClear, testid, ...rest }: Properties) {
  const [shown, setShown] = useState<"yes" | "no">("no");
  const input = useRef<HTMLInputElement>(null);
  const language = mainLanguage(useDisplay());
  use(FormatsInUse);
  const read = useTold(useDayReading(value, sense), value);
  /** The hand has left; what it typed may still be on its way to be read. */
  const left = useRef(false);
  const [, lookAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (!left.current || (value !== null && !isDay(value))) return;
    left.current = false;
    onLeave?.(value);
  });
  const leave = () => {
    left.current = true;
    lookAgain();
  };
  const turn = () => {
    setShown(shown === "yes" ? "no" : "yes");
    input.current?.focus();
  };
  const pick = (picked: string | null) => {
    setShown("no");
    input.current?.focus();
    if (picked === null && onClear) onClear();
    else {
      onChange(picked);
      leave();
    }
  };
  return (
    <ReadField
      {...rest}
      testid={testid}
      inputRef={input}
      value={value ?? ""}
      onChange={(typed) => {
        left.current &&= isDay(typed);
        onChange(typed === "" ? null : typed);
      }}
      outcome={outcomeOf(read, value, language)}
      written={(iso) => day(iso, language)}
      kind="day"
      forms="reading-day-forms"
      onRest={leave}
      opens={{
        shown,
        open: () => setShown("yes"),
        close: () => setShown("no"),
        button: <Opener testid={testid} onOpen={turn} />,
        part: <Calendar shown={shown} value={isDay(value) ? value : null} onPick={pick} testid={testid} />,
      }}
    />
  );
}

function Opener({ onOpen, testid }: { onOpen: () => void; testid: string }) {
  const t = useT();
  return (
    // The field itself opens it for those who use keys.
    <button type="button" className="read-opener" tabIndex={-1} aria-label={t("reading-calendar")} title={t("reading-calendar")} data-testid={`${testid}-calendar`} onMouseDown={(event) => event.preventDefault()} onClick={onOpen}>
      <Icon name="projects" />
    </button>
  );
}

/** antd's calendar below the field; its own line is not drawn, for it would drop what it cannot read. */
function Calendar({ shown, value, onPick, testid }: { shown: "yes" | "no"; value: string | null; onPick: (picked: string | null) => void; testid: string }) {
  // In the sample today is not the clock's.
  const { view } = useQuery("workspace_status", {});
  const [wasShown, setWasShown] = useState(shown);
  if (shown === "yes" && wasShown === "no") setWasShown("yes");
  if (wasShown === "no") return null;
  return (
    <span className="read-calendar" aria-hidden>
      <Themed>
        <DatePicker
          open={shown === "yes"}
          value={value ? dayjs(value) : null}
          defaultPickerValue={view?.open ? dayjs(view.open.today) : undefined}
          onChange={(picked: Dayjs | null) => picked && onPick(picked.format("YYYY-MM-DD"))}
          renderExtraFooter={() => <Button label="many-take-away" look="ghost" size="small" testid={`${testid}-none`} onClick={() => onPick(null)} />}
          showNow={false}
          tabIndex={-1}
          data-record
        />
      </Themed>
    </span>
  );
}

/** How a day was counted is still said when the day itself stands in the place of what was typed. */
function useTold(read: Read<DayReading>, value: string | null): Read<DayReading> {
  const [told, setTold] = useState<DayReading | null>(null);
  const answer = read.is === "answered" ? read.answer : null;
  if (answer !== null && answer !== told) setTold(answer);
  return read.is === "plain" && told?.is === "day" && told.day === value ? { is: "answered", answer: told } : read;
}

function outcomeOf(read: Read<DayReading>, value: string | null, language: Language): Outcome {
  if (read.is === "plain") return { is: "read", plain: value ?? "", echo: echo(value ?? "", language) };
  if (read.is !== "answered") return read;
  const { answer } = read;
  switch (answer.is) {
    case "day":
      return { is: "read", plain: answer.day, echo: echo(answer.day, language, answer.reckoned) };
    case "several":
      return { is: "several", offers: answer.days.map((each) => ({ plain: each, said: <DateText date={each} /> })) };
    case "unread":
      return { is: "unread", because: <T id={idOf("reading-day", answer.why)} as="block" /> };
  }
}

function echo(iso: string, language: Language, reckoned?: Extract<DayReading, { is: "day" }>["reckoned"]): ReactNode {
  return (
    <>
      <span data-record lang={language === "zh" ? "zh-CN" : "en"}>{`${day(iso, language)} ${weekday(iso, language)}`}</span>
      {reckoned?.in === "working_days" && (
        <small>
          <T id="reading-working-days" args={{ count: reckoned.count, sure: reckoned.certainty }} as="block" />
        </small>
      )}
    </>
  );
}

interface Taken extends Omit<Properties, "onChange" | "onLeave" | "onClear"> {
  /** Called with a day, or with none, once it was picked or typed and left; never with what cannot be read. */
  onTake: (day: string | null) => void;
}

/** A day that is kept as soon as it is picked, or typed and left. */
export function DateTaken({ value, onTake, ...rest }: Taken) {
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setTyped(value);
  }
  return <DateField {...rest} value={typed} onChange={setTyped} onLeave={(day) => day !== value && onTake(day)} />;
}

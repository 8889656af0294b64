import { useState } from "react";
import type { CalendarListed, Day, Question, WorkingDaysCounted } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { DateText, Failure, Labelled, Name, Segments, sideOf } from "@/design";
import { Choices } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { NumberField } from "@/design/NumberField";
import { mainLanguage, T, useDisplay, useT } from "@/i18n";
import { Span } from "./Span";

type Asked = "after" | "between" | "day";
const ASKED: readonly Asked[] = ["after", "between", "day"];

const isDay = (day: string | null): day is string => day !== null && /^\d{4}-\d\d-\d\d$/.test(day);

/** Counts by one calendar, or by several: a day works when it works in all of them. */
export function CountDays({ calendars, own, today }: { calendars: readonly CalendarListed[]; own: string; today: string }) {
  const t = useT();
  const language = mainLanguage(useDisplay());
  const [asked, setAsked] = useState<Asked>("after");
  const [from, setFrom] = useState<string | null>(today);
  const [to, setTo] = useState<string | null>(null);
  const [days, setDays] = useState("10");
  const [others, setOthers] = useState<string[]>([]);
  const question = questionOf(asked, from, to, days);
  const keys = [own, ...others.filter((key) => key !== own)];
  const { view, failure } = useQuery(
    "working_days",
    { calendars: keys.map((key) => ({ key })), question: question ?? { ask: "day", day: today } },
    { ask: question ? "yes" : "no", while: "last" },
  );
  return (
    <div className="library-question">
      <Labelled label="library-count-asked">
        <Segments label={t("library-count-asked")} value={asked} onChange={setAsked} options={ASKED.map((value) => ({ value, label: <T id={`library-count-${value}`} /> }))} testid="count-asked" />
      </Labelled>
      <DateField label={asked === "day" ? "library-count-date" : "library-count-from"} value={from} onChange={setFrom} testid="count-from" />
      {asked === "after" && <NumberField label="library-count-working-days" value={days} onChange={setDays} figure={{ of: "count" }} testid="count-working-days" />}
      {asked === "between" && <DateField label="library-count-to" value={to} onChange={setTo} testid="count-to" />}
      <Choices
        label="library-count-others"
        options={calendars.filter(({ key }) => key !== own).map(({ key, name }) => ({ value: key, label: sideOf(name, language).words, search: `${name.en} ${name.zh}` }))}
        value={others}
        onChange={setOthers}
        testid="count-others"
      />
      <Failure failure={failure} />
      {question && view && <Counted answer={view} calendars={calendars} />}
    </div>
  );
}

function questionOf(asked: Asked, from: string | null, to: string | null, days: string): Question | undefined {
  if (!isDay(from)) return undefined;
  if (asked === "day") return { ask: "day", day: from };
  if (asked === "between") return isDay(to) ? { ask: "between", from, to } : undefined;
  return /^\d{1,4}$/.test(days) ? { ask: "add", event: from, working_days: Number(days) } : undefined;
}

function Counted({ answer, calendars }: { answer: WorkingDaysCounted; calendars: readonly CalendarListed[] }) {
  // No legal period is asked for here, and of those alone the schema names no kind.
  const found = answer.found;
  const name = (key: string) => calendars.find((calendar) => calendar.key === key)?.name ?? { en: key, zh: key };
  return (
    <div className="library-answer" role="status" data-testid="count-answer" data-certainty={answer.certainty}>
      <b>
        {found.kind === "date" && <DateText date={found.date} />}
        {found.kind === "count" && <T id="library-counted" args={{ count: found.working_days, days: found.natural_days }} />}
        {found.kind === "day" && <T id={found.works ? "library-works" : "library-rests"} />}
      </b>
      {found.kind === "day" && found.why.map(({ calendar, day }) => <span key={calendar} className="small quiet"><Name text={name(calendar)} /> · <Said day={day} /></span>)}
      {found.kind === "out_of_range" && <T id="library-out-of-range" />}
      {answer.unsettled.map(({ calendar, name, unknown, provisional }) => (
        <span key={calendar} className="library-provisional small">
          {unknown.map(({ from, to }) => <T key={from} id="library-rests-on-unknown" args={{ name, from: String(from), to: String(to) }} as="block" />)}
          {provisional.map(({ from, to }) => <T key={from} id="library-rests-on-provisional" args={{ name, from: String(from), to: String(to) }} as="block" />)}
        </span>
      ))}
      {inRows(answer.exceptions).map(({ from, to, calendar, day }) => (
        <span key={`${from} ${calendar}`} className="small quiet" data-testid="count-named">
          <Span from={from} to={to} /> · <Name text={name(calendar)} /> · <Said day={day} />
        </span>
      ))}
    </div>
  );
}

interface Row {
  from: string;
  to: string;
  calendar: string;
  day: Day;
}

/** The day after this one. */
const next = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Days that follow each other and are off, or worked, for the same reason stand together. */
function inRows(days: WorkingDaysCounted["exceptions"]): Row[] {
  const rows: Row[] = [];
  for (const { date, calendar, day } of days) {
    const last = rows.findLast((row) => row.calendar === calendar);
    if (last && next(last.to) === date && JSON.stringify(last.day) === JSON.stringify(day)) last.to = date;
    else rows.push({ from: date, to: date, calendar, day });
  }
  return rows;
}

/** Why a day works or rests. */
function Said({ day }: { day: Day }) {
  if (day.kind === "day_off") return <T id="library-why-day-off" args={{ name: day.name }} />;
  if (day.kind === "make_up") return <T id="library-why-make-up" args={{ name: day.name }} />;
  return <T id={day.kind === "weekend" ? "library-why-weekend" : "library-why-working"} />;
}

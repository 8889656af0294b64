import { useState } from "react";
import type { CalendarShown, Years } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { EmptyState, Failure, Icon, Name, SectionHead, Skeleton, Tag } from "@/design";
import { T, useT } from "@/i18n";
import { Span } from "./Span";

interface Properties {
  calendar: string;
  known: Years | null;
  /** As `2026-09-28`. */
  today: string;
}

/** The days of a year that differ from the week, and how sure they are. */
export function YearOfCalendar({ calendar, known, today }: Properties) {
  const t = useT();
  const now = Number(today.slice(0, 4));
  const [year, setYear] = useState(known ? Math.min(Math.max(now, known.from), known.to) : now);
  const { view, failure } = useQuery("show_calendar", { calendar: { key: calendar }, year }, { while: "last" });
  const step = (by: number, label: "library-year-before" | "library-year-after", icon: "left" | "right") => (
    <button type="button" className="button" data-size="small" aria-label={t(label)} title={t(label)} data-testid={label} onClick={() => setYear(year + by)}>
      <Icon name={icon} />
    </button>
  );
  return (
    <section className="library-year" data-testid="calendar-year" data-year={view?.year}>
      <SectionHead
        title={<T id="library-year" args={{ year: String(year) }} />}
        aside={<span className="row">{step(-1, "library-year-before", "left")}{step(1, "library-year-after", "right")}</span>}
      />
      <Failure failure={failure} />
      {view ? <Days view={view} /> : !failure && <Skeleton lines={6} />}
    </section>
  );
}

function Days({ view }: { view: CalendarShown }) {
  const { provisional, unknown } = view.basis;
  // A year without data is not a year without holidays.
  if (unknown.length > 0) return <EmptyState title="library-unknown" hint="library-unknown-hint" testid="calendar-unknown" />;
  return (
    <>
      {provisional.length > 0 && (
        <p className="library-provisional" data-testid="calendar-provisional">
          <Icon name="warning" />
          <T id="library-provisional" as="block" />
        </p>
      )}
      <ul className="library-days">
        {view.days.map((span) => (
          <li key={`${span.from} ${span.kind}`} data-testid="calendar-day" data-kind={span.kind}>
            <Tag tone={span.kind === "off" ? "blue" : "amber"} label={`library-${span.kind}`} />
            <span className="library-span"><Span from={span.from} to={span.to} /></span>
            <Name text={span.name} />
          </li>
        ))}
      </ul>
    </>
  );
}

import { useState } from "react";
import { useQuery } from "@/api/useQuery";
import { Failure, Name, Page, SectionHead, Segments, Skeleton } from "@/design";
import { T, useT } from "@/i18n";
import { useWorkspace } from "@/window/session";
import type { PageProperties } from "@/window/routes";
import { CountDays } from "./CountDays";
import { Lessons } from "./Lessons";
import { YearOfCalendar } from "./YearOfCalendar";
import "./library.css";

/** What every project can draw on: the working calendars of the law, and what earlier projects learned. */
export default function Library(_: PageProperties) {
  const t = useT();
  const [shelf, setShelf] = useState<"calendars" | "lessons">("calendars");
  return (
    <Page testid="page-library" title={<T id="library-title" />}>
      <div className="library-shelf">
        <Segments
          label={t("library-title")}
          options={[
            { value: "calendars", label: <T id="library-calendars" /> },
            { value: "lessons", label: <T id="library-lessons" /> },
          ]}
          value={shelf}
          onChange={setShelf}
          testid="library-shelf"
        />
      </div>
      {shelf === "calendars" ? <Calendars /> : <Lessons />}
    </Page>
  );
}

/** The working calendars, year by year, and what they count to. */
function Calendars() {
  const { view, failure } = useQuery("list_calendars", {});
  const { open } = useWorkspace();
  const today = open?.today ?? "";
  const [chosen, setChosen] = useState("cn");
  const calendar = view?.calendars.find(({ key }) => key === chosen) ?? view?.calendars[0];
  if (!view || !calendar) return failure ? <Failure failure={failure} /> : <Skeleton lines={9} />;
  return (
    <div className="library">
      <nav className="library-calendars" aria-labelledby="library-calendars">
        <h2 id="library-calendars" className="field-label"><T id="library-calendars" /></h2>
        {view.calendars.map(({ key, name, known }) => (
          <button key={key} type="button" className="library-calendar" aria-current={key === calendar.key ? "true" : undefined} data-testid={`calendar-${key}`} onClick={() => setChosen(key)}>
            <Name text={name} />
            <small className="quiet">
              {known ? <T id="library-known" args={{ from: String(known.from), to: String(known.to) }} /> : <T id="library-known-none" />}
            </small>
          </button>
        ))}
      </nav>
      <YearOfCalendar key={calendar.key} calendar={calendar.key} known={calendar.known ?? null} today={today} />
      <section className="library-count" data-testid="count-days">
        <SectionHead title={<T id="library-count" />} />
        <CountDays calendars={view.calendars} own={calendar.key} today={today} />
      </section>
    </div>
  );
}

import type { Portfolio, PortfolioLine } from "@/api/generated/api";
import { DateText, day as dayWords, Name, useKeys } from "@/design";
import { mainLanguage, T, useDisplay, useT, words } from "@/i18n";
import { HealthTag } from "./Health";
import { type Bar, barsOf, type Point, pointsOf, scaleOf } from "./timeline";

type Scale = ReturnType<typeof scaleOf>;

/** The projects on one line of time: stages, payments, rounds and the next clock. What has no day is not drawn. */
export function Timeline({ portfolio, onOpen }: { portfolio: Portfolio; onOpen: (line: PortfolioLine) => void }) {
  const scale = scaleOf(portfolio);
  // Months whose names have room beside one another.
  const step = Math.max(1, Math.ceil(scale.months.length / 9));
  const focus = (way: 1 | -1) => {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-testid=timeline-row]")];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[Math.min(rows.length - 1, Math.max(0, at + way))]?.focus();
  };
  useKeys({ j: () => focus(1), k: () => focus(-1), ArrowDown: () => focus(1), ArrowUp: () => focus(-1) });
  return (
    <div className="timeline" data-testid="timeline">
      <div className="timeline-head">
        <span />
        <span className="timeline-axis">
          {scale.months.map((month, place) => (
            <i key={month} style={{ left: `${scale.at(month)}%` }}>{place % step === 0 && <span data-record>{month.slice(0, 7)}</span>}</i>
          ))}
        </span>
      </div>
      {portfolio.projects.map((line) => (
        <Row key={line.project} line={line} today={portfolio.today} scale={scale} onOpen={() => onOpen(line)} />
      ))}
      <p className="timeline-legend">
        <span><i className="timeline-bar" data-kind="stage" /> <T id="portfolio-legend-stage" /></span>
        <span><i className="timeline-bar" data-kind="running" /> <T id="portfolio-legend-running" /></span>
        <span><i className="timeline-point" data-kind="payment" /> <T id="portfolio-legend-payment" /></span>
        <span><i className="timeline-point" data-kind="round" /> <T id="portfolio-legend-round" /></span>
        <span><i className="timeline-point" data-kind="clock" /> <T id="portfolio-legend-clock" /></span>
        <span><i className="timeline-now" /> <T id="portfolio-today" /> <DateText date={portfolio.today} /></span>
      </p>
    </div>
  );
}

function Row({ line, today, scale, onOpen }: { line: PortfolioLine; today: string; scale: Scale; onOpen: () => void }) {
  const bars = barsOf(line, today);
  const points = pointsOf(line);
  return (
    <button type="button" className="timeline-row" data-testid="timeline-row" onClick={onOpen}>
      <span className="timeline-name">
        <b><Name text={line.title} show="one" /></b>
        <HealthTag health={line.health.health} />
      </span>
      <span className="timeline-track">
        <i className="timeline-now" style={{ left: `${scale.at(today)}%` }} />
        {bars.map((bar) => <Stage key={bar.key} bar={bar} scale={scale} />)}
        {points.map((point) => <Mark key={point.key} point={point} scale={scale} />)}
        {bars.length + points.length === 0 && <small className="faint"><T id="portfolio-no-dates" /></small>}
      </span>
    </button>
  );
}

function Stage({ bar, scale }: { bar: Bar; scale: Scale }) {
  const t = useT();
  const language = mainLanguage(useDisplay());
  const left = scale.at(bar.from);
  const said = t(bar.kind === "running" ? "portfolio-stage-open" : "portfolio-stage", { title: words(bar.title, language) });
  const title = `${said}, ${dayWords(bar.from, language)} – ${dayWords(bar.to, language)}`;
  return <i className="timeline-bar" data-kind={bar.kind} data-testid="timeline-stage" role="img" aria-label={title} title={title} style={{ left: `${left}%`, width: `max(3px, ${scale.at(bar.to) - left}%)` }} />;
}

function Mark({ point, scale }: { point: Point; scale: Scale }) {
  const t = useT();
  const language = mainLanguage(useDisplay());
  const called = typeof point.title === "string" ? point.title : words(point.title, language);
  const said =
    point.kind === "clock" ? t("portfolio-clock-ends") : point.kind === "round" ? t("portfolio-round", { number: called }) : t("portfolio-payment", { title: called });
  const title = `${said}, ${dayWords(point.day, language)}`;
  return <i className="timeline-point" data-kind={point.kind} data-testid={`timeline-${point.kind}`} role="img" aria-label={title} title={title} style={{ left: `${scale.at(point.day)}%` }} />;
}

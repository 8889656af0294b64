import { useEffect, useRef, type ReactNode } from "react";
import type { Progress as Step } from "@/api/generated/api";
import { type PlainId, T } from "@/i18n";
import { Button } from "./Button";

/** As `css/narrow.css` says it. */
const NARROW = "(max-width: 900px)";

interface Properties {
  title: ReactNode;
  /** Buttons at the right of the title; one primary. */
  actions?: ReactNode;
  /** The panel for the thing selected. */
  panel?: ReactNode;
  /** `fill`: the body does not scroll, a table in it does. */
  body?: "scroll" | "fill";
  children: ReactNode;
  testid: string;
}

/** A page of the window: its title and actions, its work, and the panel for what is selected. */
export function Page({ title, actions, panel, body = "scroll", children, testid }: Properties) {
  return (
    <div className={panel ? "page page-with-panel" : "page"} data-testid={testid}>
      <div className="page-main">
        <div className="page-head">
          <h1>{title}</h1>
          <div className="page-actions">{actions}</div>
        </div>
        <div className={body === "fill" ? "page-body page-body-fill" : "page-body"}>{children}</div>
      </div>
      {panel}
    </div>
  );
}

/** The panel at the right, for the thing selected. */
export function SidePanel({ head, children, testid }: { head?: ReactNode; children: ReactNode; testid: string }) {
  const panel = useRef<HTMLElement>(null);
  // Where there is no room beside the page it stands below, out of sight.
  useEffect(() => {
    const page = panel.current?.closest(".page");
    // A panel that the page opened by itself leaves the page where it is.
    if (window.matchMedia(NARROW).matches && page?.contains(document.activeElement)) panel.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <aside ref={panel} className="panel" data-testid={testid}>
      {head && <div className="panel-head">{head}</div>}
      {children}
    </aside>
  );
}

/** The head of a group of lines. */
export function SectionHead({ title, aside }: { title: ReactNode; aside?: ReactNode }) {
  return (
    <div className="section-head">
      <h2>{title}</h2>
      {aside && <span className="aside">{aside}</span>}
    </div>
  );
}

/** An empty screen says what to do first. */
export function EmptyState({ title, hint, action, testid }: { title: PlainId; hint: PlainId; action?: ReactNode; testid: string }) {
  return (
    <div className="empty" data-testid={testid}>
      <h2>
        <T id={title} />
      </h2>
      <T id={hint} as="block" />
      {action}
    </div>
  );
}

/** Grey lines where the answer will stand, so that nothing jumps when it arrives. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div aria-hidden style={{ display: "grid", gap: 14 }} data-testid="skeleton">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton" style={{ width: `${[92, 78, 85, 64][line % 4] ?? 80}%` }} />
      ))}
    </div>
  );
}

/** How far long work has come; it can be cancelled. */
export function Progress({ step, onCancel }: { step: Step | undefined; onCancel: () => void }) {
  if (!step) return null;
  const share = step.total > 0 ? Math.min(100, (100 * step.done) / step.total) : 0;
  return (
    <div className="progress" role="progressbar" aria-valuenow={Math.round(share)} aria-valuemin={0} aria-valuemax={100} data-testid="progress">
      <span className="progress-track">
        <i style={{ width: `${share}%` }} />
      </span>
      <Button label="app-cancel" look="ghost" size="small" testid="cancel-work" onClick={onCancel} />
    </div>
  );
}

import { Component, type ReactNode } from "react";
import { Button, Recorded } from "@/design";
import { T } from "@/i18n";

/** Says what happened when a page cannot be drawn; the record is not touched by it. */
export class ErrorBoundary extends Component<{ at: string; children: ReactNode }, { fault: Error | null; at: string }> {
  override state = { fault: null as Error | null, at: this.props.at };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  static getDerivedStateFromProps(properties: { at: string }, state: { at: string }) {
    // Another page is a new beginning.
    return properties.at === state.at ? null : { fault: null, at: properties.at };
  }

  override render() {
    if (!this.state.fault) return this.props.children;
    return (
      <div className="empty" role="alert" data-testid="page-failed">
        <h2>
          <T id="app-page-failed" />
        </h2>
        <T id="app-page-failed-hint" as="block" />
        <Recorded className="mono">{this.state.fault.message}</Recorded>
        <Button label="app-try-again" testid="retry-page" onClick={() => this.setState({ fault: null })} />
      </div>
    );
  }
}

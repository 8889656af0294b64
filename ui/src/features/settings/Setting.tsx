import type { ReactNode } from "react";
import { type PlainId, T } from "@/i18n";

/** One line of the settings: what it is, and what can be chosen. */
export function Setting({ label, hint, children }: { label: PlainId; hint?: PlainId; children: ReactNode }) {
  return (
    <div className="setting">
      <div className="setting-label">
        <T id={label} />
      </div>
      <div className="setting-choice">
        {children}
        {hint && (
          <span className="small quiet">
            <T id={hint} as="block" />
          </span>
        )}
      </div>
    </div>
  );
}

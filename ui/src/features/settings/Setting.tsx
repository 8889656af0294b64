import type { ReactNode } from "react";
import { type MessageId, T } from "@/i18n";

/** One line of the settings: what it is, and what can be chosen. */
export function Setting({ label, hint, children }: { label: MessageId; hint?: MessageId; children: ReactNode }) {
  return (
    <div className="setting">
      <div className="setting-label">
        <T id={label as "app-name"} />
      </div>
      <div className="setting-choice">
        {children}
        {hint && (
          <span className="small quiet">
            <T id={hint as "app-name"} as="block" />
          </span>
        )}
      </div>
    </div>
  );
}

import type { DocumentState } from "@/api/generated/api";
import { type IconName, Tag, type Tone } from "@/design";
import type { PlainId } from "@/i18n";

const STATES: Record<DocumentState, { tone: Tone; icon?: IconName; label: PlainId }> = {
  draft: { tone: "unknown", label: "document-state-draft" },
  in_review: { tone: "amber", icon: "clock", label: "document-state-in-review" },
  issued: { tone: "blue", icon: "file", label: "document-state-issued" },
  signed: { tone: "jade", icon: "check", label: "document-state-signed" },
  superseded: { tone: "plain", icon: "dash", label: "document-state-superseded" },
  void: { tone: "crimson", icon: "cross", label: "document-state-void" },
};

/** Where a document is in its life. */
export function StateTag({ state }: { state: DocumentState }) {
  return (
    <span data-testid="document-state" data-state={state}>
      <Tag {...STATES[state]} />
    </span>
  );
}

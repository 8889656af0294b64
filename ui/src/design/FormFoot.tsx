import type { ReactNode } from "react";
import { type PlainId, type Pair, sayIn, T, useT } from "@/i18n";
import { Button } from "./Button";
import type { Closing, Saving } from "./Form";
import { MOD } from "./keys";
import type { Obstacle } from "./obstacles";

interface Properties {
  save: Saving;
  onSave: () => void;
  close: Closing | undefined;
  stands: readonly Obstacle[];
  /** What asks for one thing need not say that it is missing. */
  as: "saves" | "asks";
  acts: ReactNode;
}

const named = (labels: readonly PlainId[]): Pair => ({
  en: labels.map((label) => sayIn("en", label, {}) ?? label).join(", "),
  zh: labels.map((label) => sayIn("zh", label, {}) ?? label).join("、"),
});

/** The foot of every form: what is still in the way of saving, then closing and saving with their keys. */
export function FormFoot({ save, onSave, close, stands, as, acts }: Properties) {
  const t = useT();
  const says = (["unread", "missing"] as const).flatMap((why) => {
    const labels = [...new Set(stands.filter((each) => each.why === why).map(({ label }) => label))];
    return labels.length > 0 ? [{ why, fields: named(labels) }] : [];
  });
  return (
    <div className="form-foot">
      {as === "saves" && (
        <div className="form-stands" role="status" data-testid="form-stands">
          {says.map(({ why, fields }) => (
            <span key={why} data-why={why}>
              <T id={`form-${why}`} args={{ fields }} />
            </span>
          ))}
        </div>
      )}
      <div className="form-acts">
        {acts}
        <span className="form-end">
          {close && <Button label={close.label ?? "app-close"} look="ghost" hotkey="Esc" testid={close.testid} onClick={close.run} />}
          <Button
            label={save.label ?? "app-save"}
            look={save.look ?? "primary"}
            hotkey={`${MOD} ↵`}
            title={says.map(({ why, fields }) => t(`form-${why}`, { fields })).join(" ")}
            disabled={save.busy || stands.length > 0}
            testid={save.testid}
            onClick={onSave}
          />
        </span>
      </div>
    </div>
  );
}

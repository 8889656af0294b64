import { useId, type ReactNode } from "react";
import { type PlainId, T } from "@/i18n";
import { type Obstacle, useObstacle } from "./obstacles";

interface Labelled {
  label: PlainId;
  hint?: PlainId;
  fault?: PlainId;
}

/** A label above whatever it names, which may stand against saving. */
export function Labelled({ label, hint, fault, htmlFor, stands, children }: Labelled & { htmlFor?: string; stands?: Obstacle["why"]; children: ReactNode }) {
  useObstacle(label, stands);
  return (
    <div className="field" data-stands={stands}>
      <label className="field-label" htmlFor={htmlFor}>
        <T id={label} />
      </label>
      {children}
      {hint && !fault && (
        <span className="field-hint">
          <T id={hint} />
        </span>
      )}
      {fault && (
        <span className="field-fault" role="alert">
          <T id={fault} />
        </span>
      )}
    </div>
  );
}

interface Properties extends Labelled {
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "password" | "email";
  rows?: number;
  /** A form is not saved without it. */
  required?: boolean;
  autoFocus?: boolean;
  autoComplete?: string;
  placeholder?: string;
  testid: string;
}

/** One line of text, or several with `rows`. */
export function Field({ label, hint, fault, value, onChange, type = "text", rows, testid, required, autoComplete = "off", ...rest }: Properties) {
  const id = useId();
  const shared = { ...rest, id, value, className: "input", "data-testid": testid, "aria-invalid": fault ? true : undefined, "aria-required": required };
  const stands = fault ? "unread" : required && value.trim() === "" ? "missing" : undefined;
  return (
    <Labelled label={label} hint={hint} fault={fault} htmlFor={id} stands={stands}>
      {rows ? (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type={type} autoComplete={autoComplete} onChange={(event) => onChange(event.target.value)} />
      )}
    </Labelled>
  );
}

/** A yes or no with its sentence. */
export function Check({ label, checked, onChange, testid }: { label: PlainId; checked: boolean; onChange: (checked: boolean) => void; testid: string }) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} data-testid={testid} onChange={(event) => onChange(event.target.checked)} />
      <T id={label} as="block" />
    </label>
  );
}

/** A few choices side by side. */
export function Segments<V extends string>({
  label,
  options,
  value,
  onChange,
  testid,
}: {
  label: string;
  options: { value: V; label: ReactNode; title?: string }[];
  value: V;
  onChange: (value: V) => void;
  testid: string;
}) {
  return (
    <div className="segments" role="radiogroup" aria-label={label} data-testid={testid}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          aria-label={option.title}
          title={option.title}
          data-testid={`${testid}-${option.value}`}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

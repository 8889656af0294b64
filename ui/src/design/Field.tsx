import { useId, type ReactNode } from "react";
import { type MessageId, T } from "@/i18n";

interface Labelled {
  label: MessageId;
  hint?: MessageId;
  fault?: MessageId;
}

/** A label above whatever it names. */
export function Labelled({ label, hint, fault, htmlFor, children }: Labelled & { htmlFor?: string; children: ReactNode }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={htmlFor}>
        <T id={label as "app-name"} />
      </label>
      {children}
      {hint && !fault && (
        <span className="field-hint">
          <T id={hint as "app-name"} />
        </span>
      )}
      {fault && (
        <span className="field-fault" role="alert">
          <T id={fault as "app-name"} />
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
  required?: boolean;
  autoFocus?: boolean;
  autoComplete?: string;
  placeholder?: string;
  testid: string;
}

/** One line of text, or several with `rows`. */
export function Field({ label, hint, fault, value, onChange, type = "text", rows, testid, autoComplete = "off", ...rest }: Properties) {
  const id = useId();
  const shared = { ...rest, id, value, className: "input", "data-testid": testid, "aria-invalid": fault ? true : undefined };
  return (
    <Labelled label={label} hint={hint} fault={fault} htmlFor={id}>
      {rows ? (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type={type} autoComplete={autoComplete} onChange={(event) => onChange(event.target.value)} />
      )}
    </Labelled>
  );
}

/** A yes or no with its sentence. */
export function Check({ label, checked, onChange, testid }: { label: MessageId; checked: boolean; onChange: (checked: boolean) => void; testid: string }) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} data-testid={testid} onChange={(event) => onChange(event.target.checked)} />
      <T id={label as "app-name"} as="block" />
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

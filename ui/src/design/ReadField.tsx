import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useState } from "react";
import { type PlainId, T } from "@/i18n";
import { Labelled } from "./Field";
import { Icon } from "./icons";
import { composes } from "./keys";

/** What the engine made of what is typed. */
export type Outcome =
  | { is: "empty" }
  | { is: "waiting" }
  /** `plain`: as the record keeps it. */
  | { is: "read"; plain: string; echo: ReactNode }
  | { is: "several"; offers: { plain: string; said: ReactNode }[] }
  | { is: "unread"; because: ReactNode };

interface Properties {
  label: PlainId;
  hint?: PlainId;
  required?: boolean;
  /** As the record keeps it, or whatever was typed and cannot be read. */
  value: string;
  onChange: (value: string) => void;
  outcome: Outcome;
  /** What is read, as it stands in the field at rest. */
  written: (plain: string) => string;
  /** What is read, by which tests tell one line from another. */
  kind: "day" | "amount" | "percent" | "count";
  /** Which forms it takes, while it is no such form yet. */
  forms: PlainId;
  autoFocus?: boolean;
  /** Called when the hand has left it, or took what it says by Enter. */
  onRest?: () => void;
  /** What can be opened beside it; `shown` while it stands open. */
  opens?: { shown: "yes" | "no"; open: () => void; close: () => void; button: ReactNode; part: ReactNode };
  /** Without a label of its own it is called by its placeholder. */
  as?: "field" | { placeholder: string };
  inputRef?: Ref<HTMLInputElement>;
  testid: string;
}

/**
 * A line that is read while it is typed. What can be read is said beside it in the reader's form and stands so once the
 * hand has left; what cannot be read stays as it was typed, in red and with a sentence, and stands against saving.
 */
export function ReadField({ label, hint, required, value, onChange, outcome, written, kind, forms, autoFocus, onRest, opens, as = "field", inputRef, testid }: Properties) {
  const id = useId();
  const [typing, setTyping] = useState<string | null>(null);
  // What opens takes the place of what is being typed.
  if (opens?.shown === "yes" && typing !== null) setTyping(null);
  const plain = outcome.is === "read" ? outcome.plain : undefined;
  // What was read is kept as the record keeps it.
  useEffect(() => {
    if (plain !== undefined && plain !== value) onChange(plain);
  }, [plain, value, onChange]);

  const rest = () => {
    setTyping(null);
    opens?.close();
    onRest?.();
  };
  const take = (offered: string) => {
    onChange(offered);
    rest();
  };
  const press = (event: KeyboardEvent) => {
    if (composes(event.nativeEvent)) return;
    const isOpen = typing !== null || opens?.shown === "yes";
    if (event.key === "Enter" && isOpen && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      rest();
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      rest();
    } else if (event.key === "ArrowDown" && opens?.shown === "no") {
      event.preventDefault();
      opens.open();
    }
  };
  const stands = outcome.is === "several" || outcome.is === "unread" ? "unread" : outcome.is === "waiting" ? "waiting" : required && outcome.is === "empty" ? "missing" : undefined;
  const isFaulty = stands === "unread" && typing === null;
  const isOver = typing !== null && typing.trim() !== "";
  const field = (
    <div
      className="read-field"
      data-open={isOver || opens?.shown === "yes" ? "" : undefined}
      onBlur={(event) => {
        const to = event.relatedTarget;
        if (!event.currentTarget.contains(to) && !to?.closest(".ant-picker-dropdown")) rest();
      }}
    >
      <input
        ref={inputRef}
        id={id}
        className="input"
        type="text"
        autoComplete="off"
        autoFocus={autoFocus}
        aria-invalid={isFaulty || undefined}
        aria-required={required}
        aria-describedby={`${id}-says`}
        {...(as !== "field" && { "aria-label": as.placeholder, placeholder: as.placeholder })}
        data-testid={testid}
        data-kind={kind}
        data-reading={outcome.is}
        value={typing ?? (plain === undefined ? value : written(plain))}
        onChange={(event) => {
          setTyping(event.target.value);
          onChange(event.target.value.trim() === "" ? "" : event.target.value);
          opens?.close();
        }}
        onClick={() => typing === null && opens?.open()}
        onKeyDown={press}
      />
      {opens?.button}
      <div id={`${id}-says`} role="status" className={isOver ? "read-says read-over" : "read-says"} data-testid={`${testid}-says`} hidden={!isOver && !isFaulty}>
        {(isOver || isFaulty) && <Says outcome={outcome} forms={forms} typed={isOver ? "yes" : "no"} onTake={take} testid={testid} />}
      </div>
      {opens?.part}
    </div>
  );
  if (as !== "field") return field;
  return (
    <Labelled label={label} hint={isFaulty ? undefined : hint} htmlFor={id} stands={stands}>
      {field}
    </Labelled>
  );
}

interface Said {
  outcome: Outcome;
  forms: PlainId;
  /** Whether it is being typed; what is not finished yet is no fault. */
  typed: "yes" | "no";
  onTake: (plain: string) => void;
  testid: string;
}

/** What the engine made of it, in words. */
function Says({ outcome, forms, typed, onTake, testid }: Said) {
  switch (outcome.is) {
    case "read":
      return <span className="read-echo" data-testid={`${testid}-echo`}><Icon name="check" />{outcome.echo}</span>;
    case "several":
      return (
        <span className="read-several" data-testid={`${testid}-several`}>
          <T id="reading-several" />
          {outcome.offers.map((offer) => (
            // The field keeps the focus.
            <button key={offer.plain} type="button" className="button button-small" data-testid={`${testid}-take-${offer.plain}`} onMouseDown={(event) => event.preventDefault()} onClick={() => onTake(offer.plain)}>
              {offer.said}
            </button>
          ))}
        </span>
      );
    case "unread":
      if (typed === "no") return <span className="field-fault" role="alert" data-testid={`${testid}-fault`}>{outcome.because}</span>;
      return <span className="faint"><T id={forms} as="block" /></span>;
    default:
      return <span className="faint"><T id={forms} as="block" /></span>;
  }
}

import { Field } from "@/design";
import type { MessageId } from "@/i18n";

/** Characters a new passphrase needs; the engine says the same. */
const MINIMUM = 10;

/** Characters as people count them, not as the machine stores them. */
const length = (words: string) => Array.from(words).length;

/** A new passphrase as it is being typed, twice. */
export interface Twice {
  passphrase: string;
  again: string;
}

export const UNTYPED: Twice = { passphrase: "", again: "" };

const isShort = ({ passphrase }: Twice) => passphrase !== "" && length(passphrase) < MINIMUM;

/** Long enough, and both times the same. */
export const isSound = (typed: Twice) => typed.passphrase !== "" && !isShort(typed) && typed.passphrase === typed.again;

interface Properties {
  label?: MessageId;
  value: Twice;
  onChange: (value: Twice) => void;
  testid: string;
}

/** Two fields for a new passphrase: typed once more, since nobody sees what was typed. */
export function NewPassphrase({ label = "unlock-passphrase", value, onChange, testid }: Properties) {
  const differs = value.again !== "" && value.again !== value.passphrase;
  return (
    <>
      <Field
        label={label}
        hint="unlock-passphrase-hint"
        fault={isShort(value) ? "unlock-passphrase-short" : undefined}
        type="password"
        autoComplete="new-password"
        value={value.passphrase}
        onChange={(passphrase) => onChange({ ...value, passphrase })}
        testid={testid}
      />
      <Field
        label="unlock-passphrase-again"
        fault={differs ? "unlock-passphrase-differs" : undefined}
        type="password"
        autoComplete="new-password"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        testid={`${testid}-again`}
      />
    </>
  );
}

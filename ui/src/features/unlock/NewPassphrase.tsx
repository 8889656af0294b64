import type { PassphraseJudged } from "@/api/generated/api";
import { Field } from "@/design";
import type { PlainId } from "@/i18n";
import { useJudged } from "./useJudged";

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

const WEAK: Record<NonNullable<PassphraseJudged["weakness"]>, PlainId> = {
  too_short: "unlock-passphrase-short",
  control: "passphrase-weak-control",
  repeated: "passphrase-weak-repeated",
  sequence: "passphrase-weak-sequence",
  keyboard: "passphrase-weak-keyboard",
  common: "passphrase-weak-common",
  name: "passphrase-weak-name",
  date: "passphrase-weak-date",
  digits: "passphrase-weak-digits",
  guessable: "passphrase-weak-guessable",
};

const STRENGTH = { weak: "unlock-passphrase-hint", fair: "unlock-passphrase-fair", strong: "unlock-passphrase-strong" } as const;

interface Properties {
  label?: PlainId;
  value: Twice;
  /** What a guesser would try first: names that stand in the workspace. */
  words?: readonly string[];
  onChange: (value: Twice) => void;
  testid: string;
}

/** Two fields for a new passphrase: typed once more, since nobody sees what was typed. */
export function NewPassphrase({ label = "unlock-passphrase", value, words = [], onChange, testid }: Properties) {
  const judged = useJudged(value.passphrase, words);
  const differs = value.again !== "" && value.again !== value.passphrase;
  return (
    <>
      <Field
        label={label}
        hint={STRENGTH[judged?.strength ?? "weak"]}
        fault={isShort(value) ? "unlock-passphrase-short" : judged?.weakness ? WEAK[judged.weakness] : undefined}
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

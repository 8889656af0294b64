import type { Failure as Failed } from "@/api/generated/api";
import { type Arg, Coded, type Pair, sayIn } from "@/i18n";
import { ConfirmClock } from "./ConfirmClock";
import { moment } from "./figures";
import { Icon } from "./icons";
import { sentencePair } from "./journal";

/** A code of the record in both languages; the code itself where it has no name. */
function named(kind: "noun" | "field", code: string): Pair {
  const id = `${kind}-${code.replaceAll("_", "-")}`;
  return { en: sayIn("en", id, {}) ?? code, zh: sayIn("zh", id, {}) ?? code };
}

const listed = (names: Pair[]): Pair => ({ en: names.map(({ en }) => en).join(", "), zh: names.map(({ zh }) => zh).join("、") });

/** Words in both languages, whatever they say. */
const isPair = (value: unknown): value is Pair => typeof value === "object" && value !== null && "en" in value && "zh" in value;

function arg(name: string, value: unknown): Arg | undefined {
  // Absence is something that a message can say, too.
  if (value === null || value === undefined) return "none";
  if (typeof value === "number") return value;
  if (isPair(value)) return value;
  if (name === "fields" && Array.isArray(value)) return listed((value as string[]).map((code) => named("field", code)));
  if (typeof value !== "string") return JSON.stringify(value);
  if (name === "noun" || name === "field") return named(name, value);
  return name === "at" || name === "now" ? { en: moment(value, "en"), zh: moment(value, "zh") } : value;
}

function argsOf(failure: Failed): Record<string, Arg | undefined> {
  const { code, ...rest } = failure;
  const args = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, arg(name, value)]));
  if (failure.code === "changed_since" || failure.code === "clock_behind" || failure.code === "needs_consent") args["what"] = sentencePair(failure.act, failure.args);
  if (failure.code === "one_of_many") args["because"] = { en: sayWhole("en", failure.because), zh: sayWhole("zh", failure.because) };
  // A field that may be absent is left out on its way here.
  return { ...ABSENT[code], ...args };
}

const ABSENT: Partial<Record<Failed["code"], Record<string, Arg>>> = {
  damaged: { backup: "none" },
  page_damaged: { backup: "none" },
  replaced: { kept: "none" },
};

const messageOf = (failure: Failed) => `failure-${failure.code.replaceAll("_", "-")}`;

/** A failure in one language, to stand inside another one's sentence. */
const sayWhole = (language: "en" | "zh", failure: Failed): string => sayIn(language, messageOf(failure), argsOf(failure)) ?? failure.code;

/** What happened, what was kept, what to do: `failure-<code>` with its arguments. */
export function FailureWords({ failure }: { failure: Failed }) {
  return <Coded id={messageOf(failure)} args={argsOf(failure)} as="block" />;
}

const canConfirm = (failure: Failed) => failure.code === "clock_ahead" || (failure.code === "clock_behind" && failure.remedy === "set_or_confirm");

export function Failure({ failure }: { failure: Failed | undefined }) {
  if (!failure) return null;
  return (
    <div className="failure" role="alert" data-testid="failure" data-code={failure.code}>
      <Icon name="warning" />
      <FailureWords failure={failure} />
      {canConfirm(failure) && <ConfirmClock />}
    </div>
  );
}

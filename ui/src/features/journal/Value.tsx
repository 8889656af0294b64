import type { Shown } from "@/api/generated/api";
import { DateText, Name, Recorded } from "@/design";
import { Coded, sayIn } from "@/i18n";

/** A value of a field as it is read: a text, the name of another record, a day, or a code in words. */
export function Value({ shown }: { shown: Shown }) {
  if (shown.is === "text") return <Name text={shown.text} />;
  if (shown.is === "named") return <Name text={shown.words} />;
  if (shown.is === "day") return <DateText date={shown.day} />;
  if (shown.is === "nothing") return null;
  const code = shown.text.replaceAll("_", "-");
  // A kind of paper is called as its own words say.
  const id = [`value-${code}`, `document-${code}-name`].find((each) => sayIn("en", each, {}) !== undefined);
  return id === undefined ? <Recorded>{shown.text}</Recorded> : <Coded id={id} />;
}

import { DateText } from "@/design";

/** One day, or the first and the last of several. */
export function Span({ from, to }: { from: string; to: string }) {
  if (from === to) return <DateText date={from} />;
  return <><DateText date={from} /> – <DateText date={to} /></>;
}

// An entry of the journal as text and on paper.
import type { EntryLine } from "@/api/generated/api";
import { sentencePair } from "@/design/journal";
import { coded, field, ofMoment, said, same, type Sheet } from "@/design/sheet";

export function ofEntry(entry: EntryLine): Sheet {
  const kind = said("sheet-entry");
  return {
    kind: { en: `${kind.en} ${entry.seq}`, zh: `${kind.zh} ${entry.seq}` },
    title: sentencePair(entry.act, entry.args),
    lines: [
      ...field("journal-page-column-who", entry.actor),
      ...field("journal-page-column-when", ofMoment(entry.at)),
      ...field("journal-page-column-standing", coded(`journal-page-standing-${entry.standing}`)),
      ...field("journal-page-column-hash", same(entry.hash)),
    ],
  };
}

// What a document is and who signs it, as text and on paper. Its own pages are exported by themselves.
import type { DocumentView } from "@/api/generated/api";
import { coded, field, listed, ofDay, ofText, said, same, type Sheet } from "@/design/sheet";

export function ofDocument({ document, signers }: DocumentView): Sheet {
  const kind = said("sheet-document");
  const line = ({ name, organisation, signer }: DocumentView["signers"][number]) => {
    const parts = [ofText(name), ofText(organisation), ofText(signer.capacity), coded(`value-${signer.state}`)];
    return { en: parts.map(({ en }) => en).filter(Boolean).join(" · "), zh: parts.map(({ zh }) => zh).filter(Boolean).join(" · ") };
  };
  return {
    kind: { en: `${kind.en} ${document.number}`, zh: `${kind.zh} ${document.number}` },
    title: ofText(document.title),
    lines: [
      ...field("sheet-version", same(String(document.version))),
      ...field("sheet-state", coded(`value-${document.state.replaceAll("_", "-")}`)),
      ...field("document-date", document.date ? ofDay(document.date) : null),
      ...field("document-digest", document.revision ? same(document.revision) : null),
      ...field("sheet-signers", listed(signers.map(line))),
    ],
  };
}

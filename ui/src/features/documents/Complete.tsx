import { use } from "react";
import type { DocumentView } from "@/api/generated/api";
import { Button } from "@/design";
import { Appearance } from "@/design/appearance";
import { T } from "@/i18n";
import { useExport } from "./Acts";

/** The last signature has landed: the halves close and the seal appears. */
export function Complete({ view, onClose }: { view: DocumentView; onClose: () => void }) {
  const { motion } = use(Appearance);
  const { write, busy } = useExport();
  return (
    <div className="complete" data-testid="signing-complete" data-motion={motion}>
      <span className="complete-tally" aria-hidden>
        <i />
        <i />
        <b lang="zh-CN" data-record>
          合符
        </b>
      </span>
      <h2>
        <T id="document-sign-complete" />
      </h2>
      <p className="quiet">
        <T id="document-sign-complete-note" as="block" />
      </p>
      <div className="row">
        <Button label="app-close" testid="signing-done" onClick={onClose} />
        <Button label="document-export" look="primary" testid="signing-export" disabled={busy} onClick={() => void write(view)} />
      </div>
    </div>
  );
}

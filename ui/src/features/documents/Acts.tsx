import { useState } from "react";
import { host } from "@/api/host";
import type { DocumentView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { verifyAt } from "@/window/places";
import { navigate } from "@/window/routes";
import { Button, Icon, notices } from "@/design";
import { Menu } from "@/design/Menu";
import { T, useT } from "@/i18n";

/** What is asked for in a dialog of its own. */
export type Asked = "issue" | "sign" | "copy" | "supersede" | "return" | "void" | "duplicate";

/** Asks where to write the PDF and writes it there; gives the path, or undefined when nothing was written. */
export function useExport(): { write: (view: DocumentView) => Promise<string | undefined>; busy: boolean } {
  const t = useT();
  const out = useCommand("export_document", { toast: "quiet" });
  const write = async ({ document }: DocumentView) => {
    const path = await host().saveFile({
      title: t("document-export-title"), kind: t("app-kind-pdf"), extensions: ["pdf"],
      name: `${document.number.replace(/[^\p{L}\p{N}]+/gu, "-")}-v${document.version}.pdf`,
    });
    const done = path ? await out.run({ document: document.id, path }) : undefined;
    if (done) notices.say("document-exported", { path: done.path });
    return done?.path;
  };
  return { write, busy: out.busy };
}

/** The acts of a document: what its state allows, the main one last. */
export function Acts({ view, onAsk }: { view: DocumentView; onAsk: (asked: Asked) => void }) {
  const { document, signers, obstacles } = view;
  const submit = useCommand("submit_document");
  const { state } = document;
  const written = state === "draft" || state === "in_review";
  const signable = state === "issued" && signers.some(({ turn }) => turn === "now");

  const more: { key: Asked | "submit"; label: React.ReactNode }[] = [];
  if (state === "draft") more.push({ key: "submit", label: <T id="document-submit" /> });
  if (state === "in_review") more.push({ key: "return", label: <T id="document-return" /> });
  if (signable) more.push({ key: "copy", label: <T id="document-copy" /> });
  if (state === "issued" || state === "signed") more.push({ key: "supersede", label: <T id="document-supersede" /> });
  more.push({ key: "duplicate", label: <T id="document-duplicate" /> });
  if (written || state === "issued" || state === "signed") more.push({ key: "void", label: <T id="document-void" /> });

  return (
    <>
      {more.length > 0 && (
        <Menu
          items={more.map(({ key, label }) => ({ key, label: <span data-testid={`document-${key}`}>{label}</span>, danger: key === "void" }))}
          onChoose={(key) => {
            if (key === "submit") void submit.run({ document: document.id });
            else onAsk(key as Asked);
          }}
        >
          <button type="button" className="button" data-testid="document-more">
            <T id="document-more" />
            <Icon name="down" />
          </button>
        </Menu>
      )}
      {signable && <Button label="document-sign" look="primary" testid="document-sign" onClick={() => onAsk("sign")} />}
      {written && <Button label="document-issue" look="primary" disabled={obstacles.length > 0} testid="document-issue" onClick={() => onAsk("issue")} />}
    </>
  );
}

/** What is done with the file of an issued document: written out, and verified as written. */
export function FileActs({ view }: { view: DocumentView }) {
  const { write, busy } = useExport();
  const [exported, setExported] = useState<{ path: string; sha256: string | null | undefined } | null>(null);
  const out = async () => {
    const path = await write(view);
    if (path) setExported({ path, sha256: view.sha256 });
    return path;
  };
  const verify = async () => {
    // What was exported before a later signature is not this document any more.
    const path = exported && exported.sha256 === view.sha256 ? exported.path : await out();
    if (path) navigate(verifyAt(path));
  };
  return (
    <>
      <Button label="document-verify" size="small" testid="document-verify" disabled={busy} onClick={() => void verify()} />
      <Button label="document-export" size="small" look={view.document.state === "signed" ? "primary" : "plain"} disabled={busy} testid="document-export" onClick={() => void out()} />
    </>
  );
}

import { type Display, host } from "@/api/host";
import type { Edition } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Button, notices } from "@/design";
import { useDisplay, useT } from "@/i18n";

const EDITIONS: Record<Display, Edition> = { en: "en", zh: "zh", both: "side_by_side", pseudo: "en" };

/** Writes the requirements traceability matrix to a PDF, in the languages the window is read in. */
export function MatrixExport({ project }: { project: string }) {
  const t = useT();
  const edition = EDITIONS[useDisplay()];
  const out = useCommand("export_matrix", { toast: "quiet" });
  const write = async () => {
    const path = await host().saveFile({
      title: t("scope-matrix-export-title"), kind: t("app-kind-pdf"), extensions: ["pdf"],
      name: `${t("scope-matrix-file-name")}.pdf`,
    });
    const done = path ? await out.run({ project, edition, look: "formal", path }) : undefined;
    if (done) notices.say("document-exported", { path: done.path });
  };
  return <Button label="scope-matrix-export" disabled={out.busy} testid="scope-matrix-export" onClick={() => void write()} />;
}

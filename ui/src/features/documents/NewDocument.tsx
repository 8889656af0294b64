import { useState } from "react";
import type { DocumentKind, Round } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { Failure, FormDialog } from "@/design";
import { Choice } from "@/design/Choice";
import { idOf, useT } from "@/i18n";

/** What each kind can be of: a round, the whole project, or either. */
const OF: Record<DocumentKind, "round" | "either"> = { acceptance_report: "round", open_issue_list: "either" };
const KINDS = Object.keys(OF) as DocumentKind[];

/** A new draft: of which kind, and of what. */
export function NewDocument({ project, onMade, onClose }: { project: string; onMade: (document: string) => void; onClose: () => void }) {
  const t = useT();
  const { view, failure } = useQuery("list_rounds", { project });
  const [kind, setKind] = useState<DocumentKind>("open_issue_list");
  const [round, setRound] = useState<string | null>(null);
  const create = useCommand("create_document", { failures: "inline" });
  const title = (each: Round) => `${t(`acceptance-title-${each.kind}`, { ordinal: each.ordinal })} · ${each.number}`;
  const submit = async () => {
    const made = await create.run({ project, kind, round });
    if (made) onMade(made.document);
  };
  return (
    <FormDialog
      name="document-new"
      title="document-new"
      onClose={onClose}
      width={520}
      save={{ label: "document-new-make", testid: "document-new-make", busy: create.busy, run: submit }}
      closeTestid="document-new-cancel"
      failure={create.failure}
      testid="document-new-dialog"
    >
      <Failure failure={failure} />
      <Choice
        label="document-new-kind"
        required
        options={KINDS.map((each) => ({ value: each, label: t(idOf("document-kind", each)) }))}
        value={kind}
        onChange={(chosen) => chosen && setKind(chosen as DocumentKind)}
        testid="document-new-kind"
      />
      <Choice
        label="document-new-round"
        placeholder={OF[kind] === "either" ? "document-new-of-project" : undefined}
        required={OF[kind] === "round"}
        clearable={OF[kind] === "either" ? "yes" : "no"}
        options={view?.rounds.map((each) => ({ value: each.id, label: title(each) })) ?? []}
        value={round}
        onChange={setRound}
        testid="document-new-round"
      />
    </FormDialog>
  );
}

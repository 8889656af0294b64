import { useQueryClient } from "@tanstack/react-query";
import { call } from "@/api/call";
import { useQuery } from "@/api/useQuery";
import { Button, momentArg, SectionHead } from "@/design";
import { T } from "@/i18n";

/** What was typed somewhere and never saved, should its place be out of reach by now. */
export function Drafts() {
  const memory = useQueryClient();
  const { view } = useQuery("list_drafts", {});
  const drafts = view?.drafts ?? [];
  const newest = drafts[0];
  const discardAll = async () => {
    for (const { place } of drafts) await call("discard_draft", { place });
    await memory.invalidateQueries({ queryKey: ["list_drafts"] });
  };
  if (!newest) return null;
  return (
    <section data-testid="workspace-drafts">
      <SectionHead title={<T id="draft-list" />} />
      <p>
        <T id="draft-list-count" args={{ count: drafts.length, at: momentArg(newest.at) }} as="block" />
      </p>
      <p className="quiet small">
        <T id="draft-list-hint" as="block" />
      </p>
      <Button label="draft-discard-all" size="small" look="ghost" testid="discard-all-drafts" onClick={() => void discardAll()} />
    </section>
  );
}

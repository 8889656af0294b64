import type { ErasureView, Person } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { Bilingual, Failure, Field, FormDialog, Icon, notices, placeOf, Recorded, Skeleton, useTyping } from "@/design";
import { T } from "@/i18n";

interface Properties {
  person: Person;
  onClose: () => void;
  onErased: () => void;
}

/** Says exactly what goes and what stays before a person is erased for good. */
export function EraseDialog({ person, onClose, onErased }: Properties) {
  const { typed, set, draft } = useTyping(placeOf("erasure", person.id), () => ({ reason: "" }));
  const { view, failure } = useQuery("erasure_of_person", { person: person.id });
  const erase = useCommand("erase_person", { failures: "inline", toast: "quiet" });
  const now = async () => {
    const erased = await erase.run({ person: person.id, reason: typed.reason.trim() });
    if (!erased) return;
    draft.settle();
    notices.say("recovery-erased", { label: erased.label, rows: erased.rows });
    onErased();
  };
  return (
    <FormDialog
      name="erasure"
      title="recovery-erase"
      width={620}
      onClose={onClose}
      draft={draft}
      save={{ label: "recovery-erase-run", look: "danger", testid: "run-erase", busy: !view || erase.busy, run: now }}
      closeTestid="cancel-erase"
      failure={erase.failure}
      testid="erase-dialog"
    >
      <h2><T id="recovery-erase-title" args={{ name: person.name }} /></h2>
      <Failure failure={failure} />
      {!view && !failure && <Skeleton lines={5} />}
      {view && <WhatGoes view={view} person={person} />}
      {view && <WhatStays view={view} />}
      <p className="erase-final"><Icon name="warning" /><T id="recovery-erase-final" as="block" /></p>
      <Field label="recovery-erase-reason" hint="recovery-erase-reason-hint" required value={typed.reason} onChange={(reason) => set({ reason })} rows={2} autoFocus testid="erase-reason" />
    </FormDialog>
  );
}

function WhatGoes({ view, person }: { view: ErasureView; person: Person }) {
  return (
    <section>
      <h3><T id="recovery-erase-goes" /></h3>
      <ul className="erase-list" data-testid="erase-goes">
        <li><T id="recovery-erase-goes-person" args={{ name: person.name }} as="block" /></li>
        <li><T id="recovery-erase-goes-rows" args={{ rows: view.rows, label: view.label }} as="block" /></li>
        <li><T id="recovery-erase-goes-entries" args={{ entries: view.entries }} as="block" /></li>
        {view.namesakes > 0 && <li><T id="recovery-erase-namesakes" args={{ namesakes: view.namesakes }} as="block" /></li>}
      </ul>
    </section>
  );
}

function WhatStays({ view }: { view: ErasureView }) {
  return (
    <section>
      <h3><T id="recovery-erase-stays" /></h3>
      <ul className="erase-list" data-testid="erase-stays">
        {view.papers.length > 0 && (
          <li>
            <T id="recovery-erase-stays-papers" as="block" />
            {view.papers.map((paper) => (
              <div key={paper.document} className="erase-paper">
                <Recorded className="figures">{paper.number}</Recorded>
                <Bilingual text={paper.title} />
              </div>
            ))}
          </li>
        )}
        {view.evidence.length > 0 && (
          <li>
            <T id="recovery-erase-stays-evidence" as="block" />
            <Recorded className="small figures">{view.evidence.join(", ")}</Recorded>
          </li>
        )}
        <li><T id="recovery-erase-stays-backups" as="block" /></li>
      </ul>
    </section>
  );
}

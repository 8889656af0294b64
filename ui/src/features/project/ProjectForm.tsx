import { useState } from "react";
import type { OrganisationKind, Project, SaveProject, Template } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { BilingualField, Button, canReview, Dialog, Field, FormDialog, placeOf, ReviewText, useMeanwhile, useTyping } from "@/design";
import { Choice, Choices } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { NumberField } from "@/design/NumberField";
import { type PlainId, useDisplay, useT } from "@/i18n";
import { OrganisationForm } from "../party/OrganisationForm";
import { PersonForm } from "../party/PersonForm";
import { oneLine, useJurisdictions, usePartyOptions } from "../party/options";
import { CURRENCIES } from "./ContractForm";
import { useVendor } from "../vendor/useVendor";

type Role = "client" | "vendor" | "supervisor" | "manager";
/** What is still open while the form is filled in. */
interface Typed extends Omit<SaveProject, "client" | "vendor" | "manager"> {
  client: string | null;
  vendor: string | null;
  manager: string | null;
}

const BLANK = { en: "", zh: "" };
const LABELS: Record<Role, PlainId> = { client: "project-client", vendor: "project-vendor", supervisor: "project-supervisor", manager: "project-manager" };

function begin(project: Project | null): Typed {
  if (!project) {
    return {
      project: null, number: "", title: BLANK, summary: BLANK, client: null, vendor: null, supervisor: null, partners: [], manager: null,
      jurisdictions: ["CN"], template: "cn_public_sector",
    };
  }
  const { id, title, summary, ...rest } = project;
  return { ...rest, project: id, title: { en: title.en.words, zh: title.zh.words }, summary: { en: summary.en.words, zh: summary.zh.words }, template: null };
}

/** Makes a project with the stages of a template, or edits one; parties that are missing are added on the way. */
export function ProjectForm({ project, template = null, onSaved, onClose }: { project: Project | null; template?: string | null; onSaved: (id: string) => void; onClose: () => void }) {
  const t = useT();
  const { typed, set, draft, basis, goOn } = useTyping(placeOf("project", project?.id), () => ({ ...begin(project), own: template, start: null as string | null, currency: "CNY", amount: "" }));
  const { view: templates } = useQuery("list_templates", {});
  const display = useDisplay();
  const [adding, setAdding] = useState<Role | null>(null);
  const save = useCommand("save_project", { failures: "inline" });
  useMeanwhile(save.failure, goOn);
  const start = useCommand("start_project", { failures: "inline" });
  const { organisations, people } = usePartyOptions();
  const jurisdictions = useJurisdictions();

  // A new project begins with our own organisation and with her who works here.
  const ours = useVendor();
  const own = project ? {} : { vendor: ours.vendor?.organisation.id ?? null, manager: ours.person };
  const { client } = typed;
  const vendor = typed.vendor ?? own.vendor ?? null;
  const manager = typed.manager ?? own.manager ?? null;
  const submit = async () => {
    if (!client || !vendor || !manager) return;
    const { own, start: first, currency, amount, project: recorded, jurisdictions: laws, template: stages, ...rest } = typed;
    const saved = own
      ? await start.run({ ...rest, template: own, client, vendor, manager, start: first, currency, amount: amount || null })
      : await save.run({ ...rest, project: recorded, jurisdictions: laws, template: stages, client, vendor, manager, based_on: basis });
    if (!saved) return;
    draft.settle();
    onSaved(saved.project);
  };
  const pick = (role: Role) => (
    <div className="project-pick">
      <Choice
        label={LABELS[role]}
        required={role !== "supervisor"}
        options={role === "manager" ? people : organisations}
        value={{ ...typed, vendor, manager }[role] ?? null}
        onChange={(id) => set({ [role]: id })}
        clearable={role === "supervisor" ? "yes" : "no"}
        placeholder={role === "manager" ? "project-choose-person" : "project-choose-organisation"}
        speaks="record"
        testid={`project-${role}`}
      />
      <Button
        label={role === "manager" ? "project-add-person" : "project-add-organisation"}
        look="ghost"
        size="small"
        icon="plus"
        testid={`project-add-${role}`}
        onClick={() => setAdding(role)}
      />
    </div>
  );

  if (adding) {
    const added = (id: string) => {
      set({ [adding]: id });
      setAdding(null);
    };
    const kind: OrganisationKind = adding === "manager" ? "vendor" : adding;
    return (
      <Dialog key="party" title={adding === "manager" ? "party-new-person" : "party-new-organisation"} onClose={() => setAdding(null)} width={520} testid="add-party-dialog">
        {adding === "manager" ? (
          <PersonForm person={null} organisation={vendor} onSaved={added} onCancel={() => setAdding(null)} />
        ) : (
          <OrganisationForm organisation={null} kind={kind} onSaved={added} onCancel={() => setAdding(null)} />
        )}
      </Dialog>
    );
  }
  return (
    <FormDialog
      key="project"
      title={project ? "project-edit" : "project-new"}
      onClose={onClose}
      width={720}
      name="project"
      draft={draft}
      save={{ label: project ? "app-save" : "project-make", testid: "save-project", busy: save.busy || start.busy, run: submit }}
      closeTestid="cancel-project"
      failure={save.failure ?? start.failure}
      testid="project-dialog"
    >
      <div className="project-first">
        <Field label="project-number" required value={typed.number} onChange={(number) => set({ number })} autoFocus testid="project-number" />
        <BilingualField label="project-title" required value={typed.title} text={project?.title} onChange={(title) => set({ title })} testid="project-title" />
      </div>
      {project && canReview(project.title) && (
        <ReviewText text={project.title} place="project_title" record={project.id} testid="review-project-title" />
      )}
      <BilingualField label="project-summary" value={typed.summary} text={project?.summary} onChange={(summary) => set({ summary })} rows={3} testid="project-summary" />
      {project && canReview(project.summary) && (
        <ReviewText text={project.summary} place="project_summary" record={project.id} testid="review-project-summary" />
      )}
      <div className="form-row">
        {pick("client")}
        {pick("vendor")}
      </div>
      <div className="form-row">
        {pick("manager")}
        {pick("supervisor")}
      </div>
      <div className="form-row">
        <Choices label="project-partners" options={organisations} value={typed.partners} onChange={(ids) => set({ partners: ids })} placeholder="app-none" speaks="record" testid="project-partners" />
        {typed.own === null && <Choices label="project-jurisdictions" options={jurisdictions} value={typed.jurisdictions} onChange={(codes) => set({ jurisdictions: codes })} testid="project-jurisdictions" />}
      </div>
      {!project && (
        <Choice
          label="project-begin-with"
          options={[
            { value: "cn_public_sector", label: t("project-template-cn-public-sector") },
            { value: "sea_commercial", label: t("project-template-sea-commercial") },
            ...(templates?.templates ?? []).map((each) => ({ value: each.template, label: oneLine(each.name, display) })),
          ]}
          value={typed.own ?? typed.template ?? null}
          onChange={(chosen) => {
            const own = templates?.templates.some((each) => each.template === chosen) ? chosen : null;
            set({ own, template: own === null ? (chosen as Template | null) : null });
          }}
          speaks="record"
          testid="project-template"
        />
      )}
      {typed.own !== null && (
        <div className="form-row">
          <DateField label="project-start" sense="ahead" hint="project-start-hint" value={typed.start} onChange={(day) => set({ start: day })} testid="project-start" />
          <Choice label="project-contract-currency" options={CURRENCIES} value={typed.currency} onChange={(code) => code && set({ currency: code })} testid="project-currency" />
          <NumberField label="project-contract-amount" hint="project-contract-amount-hint" figure={{ of: "amount", currency: typed.currency }} value={typed.amount} onChange={(amount) => set({ amount })} testid="project-amount" />
        </div>
      )}
    </FormDialog>
  );
}

import { use } from "react";
import type { Words } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { BilingualField, Button, Field, Form, Name } from "@/design";
import { Language, mainLanguage, T } from "@/i18n";
import { LogoField } from "../vendor/LogoField";
import { begin, isNamed, VendorFields } from "../vendor/VendorForm";
import type { Typed } from "./FirstRun";

interface Properties {
  /** Her name, as the first step took it. */
  actor: Words;
  typed: Typed | null;
  onChange: (typed: Typed) => void;
  onBack: () => void;
  onDone: () => void;
}

/** Who she is and for whom she works; it can be left out. */
export default function Who({ actor, typed, onChange, onBack, onDone }: Properties) {
  const { view } = useQuery("vendor_profile", {});
  const vendor = view?.vendor ?? null;
  const { display } = use(Language);
  const saveVendor = useCommand("save_vendor_profile", { failures: "inline", toast: "quiet" });
  const savePerson = useCommand("save_person", { failures: "inline", toast: "quiet" });
  const now: Typed = typed ?? { vendor: begin(null), role: { en: "", zh: "" }, email: "", person: null };
  const set = (change: Partial<Typed>) => onChange({ ...now, ...change });

  const save = async () => {
    const saved = await saveVendor.run(now.vendor);
    if (!saved) return undefined;
    const person = await savePerson.run({
      person: now.person, organisation: saved.organisation, name: actor, role: now.role, email: now.email, language: mainLanguage(display),
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone, may_sign: null, internal_note: "",
    });
    if (!person) return undefined;
    set({ vendor: { ...now.vendor, organisation: saved.organisation }, person: person.person });
    return person;
  };
  const submit = async () => {
    if (await save()) onDone();
  };
  return (
    <Form
      name="first-run-who"
      testid="first-run-who"
      failure={saveVendor.failure ?? savePerson.failure}
      save={{ label: "first-run-save", testid: "first-run-save", busy: saveVendor.busy || savePerson.busy, run: submit }}
      close={{ label: "app-back", testid: "first-run-back", run: onBack }}
      acts={<Button label="first-run-skip" look="ghost" testid="first-run-skip" onClick={onDone} />}
    >
      <h1>
        <T id="first-run-who" />
      </h1>
      <p className="quiet"><T id="first-run-who-hint" as="block" /></p>
      <VendorFields value={now.vendor} onChange={(vendor) => set({ vendor })} as="joined" />
      <LogoField vendor={vendor} ready={isNamed(now.vendor)} saveFirst={async () => (await save()) !== undefined} toast="quiet" />
      <div className="strong"><Name text={actor} /></div>
      <BilingualField label="first-run-role" value={now.role} onChange={(role) => set({ role })} testid="own-role" />
      <Field label="first-run-email" type="email" value={now.email} onChange={(email) => set({ email })} testid="own-email" />
    </Form>
  );
}

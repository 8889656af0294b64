import type { SaveVendorProfile, Vendor } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { BilingualField, Failure, Field, Form, placeOf, Skeleton, useRecordForm } from "@/design";
import { Choice } from "@/design/Choice";
import { useT } from "@/i18n";
import { useCalendars, useJurisdictions, usePartyOptions } from "../party/options";
import { LogoField } from "./LogoField";

const BLANK = { en: "", zh: "" };

export function begin(vendor: Vendor | null): SaveVendorProfile {
  if (!vendor) {
    return { organisation: null, name: BLANK, short_name: BLANK, legal_id: "", calendar: "cn", jurisdiction: "CN", address: BLANK, telephone: "", email: "", website: "" };
  }
  const { organisation, profile } = vendor;
  const { name, short_name } = organisation;
  return {
    organisation: organisation.id,
    name: { en: name.en.words, zh: name.zh.words },
    short_name: { en: short_name.en.words, zh: short_name.zh.words },
    legal_id: organisation.legal_id, calendar: organisation.calendar, jurisdiction: organisation.jurisdiction,
    address: profile.address, telephone: profile.telephone, email: profile.email, website: profile.website,
  };
}

/** Whether it says whose profile it is. */
export const isNamed = ({ name }: SaveVendorProfile): boolean => name.en.trim() !== "" || name.zh.trim() !== "";

interface Properties {
  onSaved: () => void;
  onCancel: () => void;
}

/** Our own organisation as its papers show it, in a panel. */
export function VendorForm(properties: Properties) {
  const { view, failure } = useQuery("vendor_profile", {});
  if (failure) return <Failure failure={failure} />;
  if (!view) return <Skeleton lines={8} />;
  return <ProfileForm key={view.vendor?.organisation.id ?? "new"} {...properties} vendor={view.vendor ?? null} />;
}

function ProfileForm({ vendor, onSaved, onCancel }: Properties & { vendor: Vendor | null }) {
  const { typed, take, draft, save, submit } = useRecordForm({
    command: "save_vendor_profile",
    place: placeOf("vendor_profile", vendor?.organisation.id),
    begin: () => begin(vendor),
    ask: (now) => now,
    onSaved: () => onSaved(),
  });
  return (
    <Form
      name="vendor"
      testid="vendor-form"
      draft={draft}
      failure={save.failure}
      save={{ testid: "save-vendor", busy: save.busy, run: submit }}
      close={{ testid: "cancel-vendor", run: onCancel }}
    >
      <VendorFields value={typed} onChange={take} as="stacked" />
      <LogoField vendor={vendor} saveFirst={async () => isNamed(typed) && (await save.run(typed)) !== undefined} ready={isNamed(typed)} />
    </Form>
  );
}

/** The words of the profile. */
export function VendorFields({ value, onChange, as }: { value: SaveVendorProfile; onChange: (value: SaveVendorProfile) => void; as: "joined" | "stacked" }) {
  const t = useT();
  // A panel has room for one field a line.
  const row = as === "joined" ? "form-row" : "form";
  const { organisations } = usePartyOptions();
  const jurisdictions = useJurisdictions();
  const calendars = useCalendars();
  const set = <K extends keyof SaveVendorProfile>(key: K, to: SaveVendorProfile[K]) => onChange({ ...value, [key]: to });
  const { view } = useQuery("list_parties", { project: null });
  const take = (id: string | null) => {
    const organisation = view?.organisations.find((each) => each.id === id);
    if (!organisation) return;
    const { name, short_name, legal_id, calendar, jurisdiction } = organisation;
    onChange({
      ...value, organisation: organisation.id, legal_id, calendar, jurisdiction,
      name: { en: name.en.words, zh: name.zh.words }, short_name: { en: short_name.en.words, zh: short_name.zh.words },
    });
  };
  return (
    <>
      {organisations.length > 0 && (
        <Choice label="vendor-ours" hint="vendor-ours-hint" options={organisations} value={value.organisation ?? null} onChange={take} placeholder="vendor-ours-new" speaks="record" testid="vendor-organisation" />
      )}
      <BilingualField label="party-organisation-name" required value={value.name} onChange={(name) => set("name", name)} as={as} testid="vendor-name" />
      <BilingualField label="party-short-name" value={value.short_name} onChange={(name) => set("short_name", name)} as={as} testid="vendor-short-name" />
      <div className={row}>
        <Field label="party-legal-id" value={value.legal_id} onChange={(id) => set("legal_id", id)} testid="vendor-legal-id" />
        <Choice label="party-jurisdiction" options={jurisdictions} value={value.jurisdiction} onChange={(code) => code && set("jurisdiction", code)} testid="vendor-jurisdiction" />
      </div>
      <BilingualField label="vendor-address" value={value.address} onChange={(address) => set("address", address)} as={as} testid="vendor-address" />
      <div className={row}>
        <Field label="vendor-telephone" value={value.telephone} onChange={(telephone) => set("telephone", telephone)} testid="vendor-telephone" />
        <Field label="party-email" type="email" value={value.email} onChange={(email) => set("email", email)} testid="vendor-email" />
      </div>
      <div className={row}>
        <Field label="vendor-website" value={value.website} onChange={(website) => set("website", website)} placeholder={t("vendor-website-example")} testid="vendor-website" />
        <Choice label="party-calendar" options={calendars} value={value.calendar} onChange={(code) => code && set("calendar", code)} testid="vendor-calendar" />
      </div>
    </>
  );
}

import { host } from "@/api/host";
import type { KeyChoice, SignerRole } from "@/api/generated/api";
import { Button, Field, Labelled, Recorded, Segments, Short } from "@/design";
import { Choices, type Option } from "@/design/Choice";
import { useT } from "@/i18n";

/** With whose key, as it is being chosen. */
export interface KeyTyped {
  with: KeyChoice["with"];
  witnesses: string[];
  path: string | null;
  password: string;
}

export const ROOM_KEY: KeyTyped = { with: "room_key", witnesses: [], path: null, password: "" };

/** The key as the engine takes it; undefined while something is missing. */
export function keyOf(typed: KeyTyped): KeyChoice | undefined {
  if (typed.with === "room_key") return { with: "room_key", witnesses: typed.witnesses };
  if (typed.with === "vendor_identity") return { with: "vendor_identity" };
  return typed.path === null ? undefined : { with: "pkcs12", path: typed.path, password: typed.password };
}

interface Properties {
  role: SignerRole;
  people: Option[];
  value: KeyTyped;
  onChange: (value: KeyTyped) => void;
}

/** A key made for this one signature, the signer's own certificate, or, for the vendor, the identity it keeps. */
export function KeyFields({ role, people, value, onChange }: Properties) {
  const t = useT();
  const choose = async () => {
    const path = await host().chooseFile({ title: t("document-sign-certificate-title"), kind: t("document-sign-certificate-kind"), extensions: ["p12", "pfx"] });
    if (path) onChange({ ...value, path });
  };
  return (
    <>
      <Segments
        label={t("document-sign-key")}
        value={value.with}
        onChange={(chosen) => onChange({ ...value, with: chosen })}
        options={[
          { value: "room_key", label: <Short id="document-sign-key-room" /> },
          { value: "pkcs12", label: <Short id="document-sign-key-certificate" /> },
          ...(role === "vendor" ? [{ value: "vendor_identity" as const, label: <Short id="document-sign-key-vendor" /> }] : []),
        ]}
        testid="signing-key"
      />
      {value.with === "room_key" && (
        <Choices label="document-sign-witnesses" options={people} value={value.witnesses} onChange={(witnesses) => onChange({ ...value, witnesses })} speaks="record" testid="signing-witnesses" />
      )}
      {value.with === "pkcs12" && (
        <div className="form-row">
          <Labelled label="document-sign-certificate-choose">
            <Button label="app-choose-file" icon="folder" testid="signing-certificate" onClick={() => void choose()} />
            <Recorded className="small quiet">{value.path?.split(/[\\/]/).pop()}</Recorded>
          </Labelled>
          <Field
            label="document-sign-certificate-password"
            type="password"
            autoComplete="off"
            value={value.password}
            onChange={(password) => onChange({ ...value, password })}
            testid="signing-certificate-password"
          />
        </div>
      )}
    </>
  );
}

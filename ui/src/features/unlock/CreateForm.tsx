import { host } from "@/api/host";
import type { RecoverySheet, Words } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useWorkspace } from "@/window/session";
import { BilingualField, Button, Check, Field, Form, Labelled, Recorded } from "@/design";
import { T, useT } from "@/i18n";
import { isSound, NewPassphrase, type Twice, UNTYPED } from "./NewPassphrase";

/** What a workspace is made of, as it is being typed. */
export interface NewWorkspace {
  name: string;
  actor: Words;
  path: string | null;
  passphrase: Twice;
  keychain: Keychain;
}

type Keychain = "remember" | "forget";

export const UNMADE: NewWorkspace = { name: "", actor: { en: "", zh: "" }, path: null, passphrase: UNTYPED, keychain: "forget" };

interface Properties {
  value: NewWorkspace;
  onChange: (value: NewWorkspace) => void;
  onCreated: (sheet: RecoverySheet) => void;
  onBack: () => void;
}

/** Makes a workspace: where, whose, under which passphrase. */
export function CreateForm({ value, onChange, onCreated, onBack }: Properties) {
  const t = useT();
  const { state } = useWorkspace();
  const { name, actor, path, passphrase: typed, keychain } = value;
  const set = <K extends keyof NewWorkspace>(key: K, to: NewWorkspace[K]) => onChange({ ...value, [key]: to });
  const create = useCommand("create_workspace", { failures: "inline", toast: "quiet", freshness: "caller" });

  const choose = async () => {
    const chosen = await host().saveFile({
      title: t("unlock-where"), kind: t("app-kind-workspace"), extensions: ["hefu"], name: `${name.trim() || t("unlock-default-name")}.hefu`,
    });
    if (chosen) set("path", chosen);
  };
  const submit = async () => {
    if (!path) return;
    const sheet = await create.run({ path, name: name.trim(), actor, passphrase: typed.passphrase, keychain });
    if (sheet) onCreated(sheet);
  };

  return (
    <Form
      name="create"
      testid="create-form"
      failure={create.failure}
      missing={[...(path ? [] : ["unlock-where" as const]), ...(isSound(typed) ? [] : ["unlock-passphrase" as const])]}
      save={{ label: "unlock-make", testid: "create-workspace", busy: create.busy, run: submit }}
      close={{ label: "app-back", testid: "first-run-back", run: onBack }}
    >
      <h1>
        <T id="unlock-create-title" />
      </h1>
      <Field label="unlock-name" required value={name} onChange={(typed) => set("name", typed)} autoFocus testid="create-name" />
      <BilingualField label="unlock-actor" required value={actor} onChange={(typed) => set("actor", typed)} testid="create-actor" />
      <Labelled label="unlock-where">
        <div className="row">
          <Button label="app-choose-file" icon="folder" testid="create-path" onClick={() => void choose()} />
          {path && <Recorded className="small quiet">{path}</Recorded>}
        </div>
      </Labelled>
      <div className="form-row">
        <NewPassphrase value={typed} words={[name, actor.en, actor.zh]} onChange={(again) => set("passphrase", again)} testid="create-passphrase" />
      </div>
      {state?.keychain !== "unavailable" && <Check label="unlock-remember" checked={keychain === "remember"} onChange={(checked) => set("keychain", checked ? "remember" : "forget")} testid="create-remember" />}
    </Form>
  );
}

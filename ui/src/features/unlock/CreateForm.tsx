import { useState } from "react";
import { host } from "@/api/host";
import type { RecoverySheet, Words } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useWorkspace } from "@/app/session";
import { BilingualField, Button, Check, Failure, Field, Labelled, Recorded } from "@/design";
import { T, useT } from "@/i18n";
import { isSound, NewPassphrase, UNTYPED } from "./NewPassphrase";

/** Makes a workspace: where, whose, under which passphrase. */
export function CreateForm({ onCreated }: { onCreated: (sheet: RecoverySheet) => void }) {
  const t = useT();
  const { state } = useWorkspace();
  const [name, setName] = useState("");
  const [actor, setActor] = useState<Words>({ en: "", zh: "" });
  const [path, setPath] = useState<string | null>(null);
  const [typed, setTyped] = useState(UNTYPED);
  const [remember, setRemember] = useState(false);
  const create = useCommand("create_workspace", { failures: "inline", toast: "quiet", freshness: "caller" });

  const complete = Boolean(name.trim() && (actor.en.trim() || actor.zh.trim()) && path && isSound(typed));
  const choose = async () => {
    const chosen = await host().saveFile({
      title: t("unlock-where"), kind: t("app-kind-workspace"), extensions: ["hefu"], name: `${name.trim() || t("unlock-default-name")}.hefu`,
    });
    if (chosen) setPath(chosen);
  };
  const submit = async () => {
    if (!path) return;
    const sheet = await create.run({ path, name: name.trim(), actor, passphrase: typed.passphrase, keychain: remember ? "remember" : "forget" });
    if (sheet) onCreated(sheet);
  };

  return (
    <form
      className="form"
      data-testid="create-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h1>
        <T id="unlock-create-title" />
      </h1>
      <Field label="unlock-name" value={name} onChange={setName} autoFocus testid="create-name" />
      <BilingualField label="unlock-actor" value={actor} onChange={setActor} testid="create-actor" />
      <Labelled label="unlock-where">
        <div className="row">
          <Button label="app-choose-file" icon="folder" testid="create-path" onClick={() => void choose()} />
          {path && <Recorded className="small quiet">{path}</Recorded>}
        </div>
      </Labelled>
      <div className="form-row">
        <NewPassphrase value={typed} onChange={setTyped} testid="create-passphrase" />
      </div>
      {state?.keychain !== "unavailable" && <Check label="unlock-remember" checked={remember} onChange={setRemember} testid="create-remember" />}
      <Failure failure={create.failure} />
      <div>
        <Button label="unlock-make" look="primary" type="submit" disabled={!complete || create.busy} testid="create-workspace" />
      </div>
    </form>
  );
}

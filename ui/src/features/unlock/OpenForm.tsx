import { useState } from "react";
import type { Key, OpenWorkspace } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useWorkspace } from "@/window/session";
import { Check, Field, Form, Progress, Recorded, Segments } from "@/design";
import { T, useT } from "@/i18n";

type By = "passphrase" | "recovery" | "keychain";

interface Properties {
  path: string;
  name: string;
  /** The published passphrase of the sample, or nothing. */
  known: string;
  onOpen: (opened: OpenWorkspace) => void;
}

/** Opens a workspace by passphrase, recovery key or the computer's keychain. */
export function OpenForm({ path, name, known, onOpen }: Properties) {
  const t = useT();
  const { state } = useWorkspace();
  const hasKeychain = state !== undefined && state.keychain !== "unavailable";
  const [by, setBy] = useState<By>("passphrase");
  const [passphrase, setPassphrase] = useState(known);
  const [recovery, setRecovery] = useState("");
  const [remember, setRemember] = useState(false);
  const open = useCommand("open_workspace", { failures: "inline", toast: "quiet", freshness: "caller" });

  const key = (): Key => {
    if (by === "recovery") return { by: "recovery", recovery_key: recovery };
    if (by === "keychain") return { by: "keychain" };
    return { by: "passphrase", passphrase, keychain: remember ? "remember" : "forget" };
  };
  const submit = async () => {
    const opened = await open.run({ path, key: key() });
    if (opened) onOpen(opened);
  };
  const ways: By[] = hasKeychain ? ["passphrase", "keychain", "recovery"] : ["passphrase", "recovery"];

  return (
    <Form
      name="open"
      as="asks"
      testid="open-form"
      failure={open.failure}
      save={{ label: "unlock-open", testid: "unlock-workspace", busy: open.busy, run: submit }}
    >
      <h1>
        <T id="unlock-open-title" />
      </h1>
      <div className="unlock-path">
        <Recorded className="strong">{name}</Recorded>
        <Recorded className="small quiet">{path}</Recorded>
      </div>
      <Segments
        label={t("unlock-open-title")}
        value={by}
        onChange={(chosen) => {
          setBy(chosen);
          open.forget();
        }}
        testid="unlock-by"
        options={ways.map((way) => ({ value: way, label: <T id={`unlock-by-${way}`} /> }))}
      />
      {by === "passphrase" && (
        <>
          <Field label="unlock-passphrase" required type="password" value={passphrase} onChange={setPassphrase} autoFocus autoComplete="current-password" testid="unlock-passphrase" />
          {known && passphrase === known && (
            <span className="small quiet">
              <T id="unlock-demo" as="block" />
            </span>
          )}
          {hasKeychain && <Check label="unlock-remember" checked={remember} onChange={setRemember} testid="unlock-remember" />}
        </>
      )}
      {by === "recovery" && (
        <Field label="unlock-recovery-key" hint="unlock-recovery-key-hint" required value={recovery} onChange={setRecovery} autoFocus testid="unlock-recovery-key" />
      )}
      {by === "keychain" && (
        <p className="quiet">
          <T id="unlock-keychain-hint" as="block" />
        </p>
      )}
      <Progress step={open.progress} onCancel={open.cancel} />
    </Form>
  );
}

import { useState } from "react";
import type { RecoverySheet } from "@/api/generated/api";
import { host } from "@/api/host";
import { useCommand } from "@/api/useCommand";
import { Form, Progress } from "@/design";
import { T, useT } from "@/i18n";
import { isSound, NewPassphrase, UNTYPED } from "./NewPassphrase";
import { Chosen } from "./RestoreStart";

/** A workspace out of the folder that everything was exported into. */
export function ImportStart({ onMade }: { onMade: (sheet: RecoverySheet) => void }) {
  const t = useT();
  const [folder, setFolder] = useState<string | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const [typed, setTyped] = useState(UNTYPED);
  const make = useCommand("import_all", { failures: "inline", toast: "quiet", freshness: "caller" });

  const chooseFolder = async () => {
    const chosen = await host().chooseFolder({ title: t("recovery-import-folder"), kind: t("recovery-import-folder"), extensions: [] });
    if (chosen) setFolder(chosen);
  };
  const choosePath = async () => {
    const chosen = await host().saveFile({ title: t("recovery-restore-where"), kind: t("app-kind-workspace"), extensions: ["hefu"], name: `${t("unlock-default-name")}.hefu` });
    if (chosen) setPath(chosen);
  };
  const submit = async () => {
    if (!folder || !path) return;
    const made = await make.run({ folder, path, passphrase: typed.passphrase, keychain: "forget" });
    if (made) onMade(made.sheet);
  };
  return (
    <Form
      name="import-start"
      testid="import-start"
      failure={make.failure}
      missing={[
        ...(folder ? [] : ["recovery-import-folder" as const]),
        ...(path ? [] : ["recovery-restore-where" as const]),
        ...(isSound(typed) ? [] : ["unlock-passphrase" as const]),
      ]}
      save={{ label: "recovery-import-run", testid: "import-start-run", busy: make.busy, run: submit }}
    >
      <h1><T id="recovery-import" /></h1>
      <p className="quiet"><T id="recovery-import-hint" as="block" /></p>
      <Chosen label="recovery-import-folder" path={folder} testid="import-start-folder" onChoose={() => void chooseFolder()} />
      <Chosen label="recovery-restore-where" path={path} testid="import-start-path" onChoose={() => void choosePath()} />
      <NewPassphrase value={typed} onChange={setTyped} testid="import-start-passphrase" />
      <Progress step={make.progress} onCancel={make.cancel} />
    </Form>
  );
}

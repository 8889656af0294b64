import { useState } from "react";
import type { BackupKey } from "@/api/generated/api";
import { Field, Segments } from "@/design";
import { T, useT } from "@/i18n";
import "./key.css";

export type By = BackupKey["by"];

export interface KeyOfBackup {
  by: By;
  typed: string;
  choose: (by: By) => void;
  type: (typed: string) => void;
  key: BackupKey;
}

/** What opens a backup, as it is being typed. */
export function useKeyOfBackup(first: By): KeyOfBackup {
  const [by, setBy] = useState<By>(first);
  const [typed, setTyped] = useState("");
  const key: BackupKey =
    by === "passphrase" ? { by, passphrase: typed } : by === "recovery" ? { by, recovery_key: typed } : { by };
  const choose = (chosen: By) => {
    setBy(chosen);
    setTyped("");
  };
  return { by, typed, choose, type: setTyped, key };
}

const LABELS = {
  open_workspace: "recovery-key-open",
  passphrase: "recovery-key-passphrase",
  recovery: "recovery-key-recovery",
} as const;

/** Asks for the key of a backup: the one in hand, the passphrase it had, or the one on its recovery sheet. */
export function KeyFields({ ways, value, testid }: { ways: By[]; value: KeyOfBackup; testid: string }) {
  const t = useT();
  return (
    <>
      <div className="backup-key">
        <Segments
          label={t("recovery-key")}
          value={value.by}
          onChange={value.choose}
          options={ways.map((way) => ({ value: way, label: <T id={LABELS[way]} /> }))}
          testid={`${testid}-by`}
        />
      </div>
      {value.by === "open_workspace" && (
        <p className="small quiet"><T id="recovery-key-open-hint" as="block" /></p>
      )}
      {value.by === "passphrase" && (
        <Field label="workspace-restore-passphrase" required type="password" value={value.typed} onChange={value.type} autoFocus testid={`${testid}-passphrase`} />
      )}
      {value.by === "recovery" && (
        <Field label="unlock-recovery-key" hint="unlock-recovery-key-hint" required value={value.typed} onChange={value.type} autoFocus testid={`${testid}-recovery-key`} />
      )}
    </>
  );
}

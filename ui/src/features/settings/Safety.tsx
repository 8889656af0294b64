import { host } from "@/api/host";
import { useQuery } from "@/api/useQuery";
import { useSafety } from "@/window/safety";
import { Button, Icon, Labelled, Recorded, SectionHead, Segments } from "@/design";
import { T, useT } from "@/i18n";
import type { Shown } from "./Settings";

const MINUTES = [5, 15, 30] as const;

/** What is kept on this computer: when the workspace locks by itself, and where else backups go. */
export function Safety({ onShow }: { onShow: (shown: Shown) => void }) {
  const t = useT();
  const { autoLock, backupFolder, chooseAutoLock, chooseBackupFolder } = useSafety();
  const { view } = useQuery("list_backups", { folder: backupFolder });
  const choose = async () => {
    const folder = await host().chooseFolder({ title: t("recovery-folder"), kind: t("recovery-folder"), extensions: [] });
    if (folder) chooseBackupFolder(folder);
  };
  const options = [
    { value: "off", label: <T id="recovery-auto-lock-off" /> },
    ...MINUTES.map((minutes) => ({ value: String(minutes), label: <Recorded>{minutes}</Recorded> })),
  ];
  return (
    <section className="settings-safety">
      <SectionHead title={<T id="recovery-safety" />} />
      <div className="settings-acts">
        <Button label="workspace-change-passphrase" icon="key" look="ghost" testid="change-passphrase" onClick={() => onShow("passphrase")} />
        <Button label="workspace-change-recovery" icon="print" look="ghost" testid="change-recovery-key" onClick={() => onShow("recovery")} />
        <Button label="workspace-keychain" icon="shield" look="ghost" testid="change-keychain" onClick={() => onShow("keychain")} />
      </div>
      <Labelled label="recovery-auto-lock">
        <Segments
          label={t("recovery-auto-lock")}
          value={autoLock === null ? "off" : String(autoLock)}
          onChange={(chosen) => chooseAutoLock(chosen === "off" ? null : Number(chosen))}
          options={options}
          testid="auto-lock"
        />
      </Labelled>
      <Labelled label="recovery-folder">
        {backupFolder === null ? (
          <p className="small quiet"><T id="recovery-folder-none" as="block" /></p>
        ) : (
          <Recorded className="small">{backupFolder}</Recorded>
        )}
        {view?.second_folder === "out_of_reach" && (
          <p className="small settings-bad" role="alert" data-testid="backup-folder-away">
            <Icon name="warning" />
            <T id="recovery-folder-away" as="block" />
          </p>
        )}
        <div className="row">
          <Button label="recovery-folder-choose" icon="folder" size="small" testid="choose-backup-folder" onClick={() => void choose()} />
          {backupFolder !== null && (
            <Button label="recovery-folder-clear" look="ghost" size="small" testid="clear-backup-folder" onClick={() => chooseBackupFolder(null)} />
          )}
        </div>
      </Labelled>
    </section>
  );
}

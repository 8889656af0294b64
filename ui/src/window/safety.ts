// How the workspace is kept safe on this computer.
import { useKept } from "./settings";

export interface Safety {
  /** Minutes without a touch after which the workspace is locked; null: never. */
  autoLock: number | null;
  /** A second folder for automatic backups. */
  backupFolder: string | null;
  chooseAutoLock: (minutes: number | null) => void;
  chooseBackupFolder: (folder: string | null) => void;
}

export function useSafety(): Safety {
  const { settings, keep } = useKept();
  return {
    autoLock: settings.auto_lock,
    backupFolder: settings.backup_folder,
    chooseAutoLock: (auto_lock) => keep((now) => ({ ...now, auto_lock })),
    chooseBackupFolder: (backup_folder) => keep((now) => ({ ...now, backup_folder })),
  };
}

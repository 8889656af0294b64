import type { ReactNode } from "react";
import { useQuery } from "@/api/useQuery";
import { Button, DateText, Failure, Recorded, SectionHead, size } from "@/design";
import { T } from "@/i18n";

/** The backups beside the workspace, newest first. */
export function Backups({ onRestore, aside }: { onRestore: (path: string) => void; aside: ReactNode }) {
  const { view, failure } = useQuery("list_backups", {});
  return (
    <section className="workspace-backups">
      <SectionHead title={<T id="workspace-backups" />} aside={aside} />
      <Failure failure={failure} />
      {view?.backups.length === 0 && (
        <p className="quiet workspace-none">
          <T id="workspace-backups-none" as="block" />
        </p>
      )}
      <ul>
        {view?.backups.map((backup) => (
          <li key={backup.path} className="workspace-backup" data-testid="backup">
            <span>
              <DateText date={backup.made_at} as="moment" />
              <small>
                <Recorded>{backup.path}</Recorded>
              </small>
            </span>
            <Recorded className="quiet small figures">{size(backup.size_bytes)}</Recorded>
            <Button label="workspace-restore" size="small" testid="restore-backup" onClick={() => onRestore(backup.path)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

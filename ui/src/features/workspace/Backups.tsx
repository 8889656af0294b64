import { useState, type ReactNode } from "react";
import type { Backup, LastRehearsal } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { useSafety } from "@/window/safety";
import { Button, DateText, dayArg, Failure, Icon, Recorded, SectionHead, size } from "@/design";
import { T } from "@/i18n";

/** How many are shown before the others are asked for. */
const FIRST = 6;

interface Properties {
  onRestore: (path: string) => void;
  onRehearse: (path: string) => void;
  aside: ReactNode;
}

/** The backups of the workspace, newest first, and when restoring one was last rehearsed. */
export function Backups({ onRestore, onRehearse, aside }: Properties) {
  const { backupFolder: folder } = useSafety();
  const { view, failure } = useQuery("list_backups", { folder });
  const [shown, setShown] = useState<"first" | "all">("first");
  const backups = view?.backups ?? [];
  const newest = backups[0];
  return (
    <section className="workspace-backups">
      <SectionHead title={<T id="workspace-backups" />} aside={aside} />
      <Failure failure={failure} />
      {view && (
        <div className="workspace-rehearsed" data-testid="last-rehearsal" data-outcome={view.rehearsed?.outcome.is ?? "never"}>
          <Rehearsal last={view.rehearsed ?? null} />
          {newest && <Button label="recovery-rehearse" size="small" testid="rehearse-newest" onClick={() => onRehearse(newest.path)} />}
        </div>
      )}
      {view?.backups.length === 0 && (
        <p className="quiet workspace-none">
          <T id="workspace-backups-none" as="block" />
        </p>
      )}
      <ul>
        {(shown === "all" ? backups : backups.slice(0, FIRST)).map((backup) => (
          <Line key={backup.path} backup={backup} onRestore={onRestore} onRehearse={onRehearse} />
        ))}
      </ul>
      {shown === "first" && backups.length > FIRST && (
        <ShowAll count={backups.length} onClick={() => setShown("all")} />
      )}
      <p className="small quiet workspace-none">
        <T id="recovery-automatic-hint" as="block" />
      </p>
    </section>
  );
}

function ShowAll({ count, onClick }: { count: number; onClick: () => void }) {
  return (
    <button type="button" className="button button-ghost button-small" data-testid="all-backups" onClick={onClick}>
      <T id="recovery-all-backups" args={{ count }} />
    </button>
  );
}

function Line({ backup, onRestore, onRehearse }: { backup: Backup } & Omit<Properties, "aside">) {
  return (
    <li className="workspace-backup" data-testid="backup" data-occasion={backup.occasion ?? "hand"}>
      <span>
        <DateText date={backup.made_at} as="moment" />
        <small>
          <T id={backup.occasion ? `recovery-occasion-${backup.occasion}` : "recovery-by-hand"} />
        </small>
      </span>
      <Recorded className="quiet small figures">{size(backup.size_bytes)}</Recorded>
      <Button label="recovery-rehearse-this" look="ghost" size="small" testid="rehearse-backup" onClick={() => onRehearse(backup.path)} />
      <Button label="recovery-restore-this" size="small" testid="restore-backup" onClick={() => onRestore(backup.path)} />
    </li>
  );
}

function Rehearsal({ last }: { last: LastRehearsal | null }) {
  if (!last) {
    return (
      <span className="quiet">
        <T id="recovery-never" as="block" />
      </span>
    );
  }
  const date = dayArg(last.at);
  if (last.outcome.is === "verified") {
    return (
      <span className="workspace-good">
        <Icon name="shield" />
        <T id="recovery-verified" args={{ date, entries: last.outcome.entries }} as="block" />
      </span>
    );
  }
  return (
    <span className="workspace-bad" role="alert">
      <Icon name="warning" />
      <T id="recovery-failed" args={{ date, file: last.file, fault: last.outcome.fault }} as="block" />
    </span>
  );
}

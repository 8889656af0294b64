import { useState } from "react";
import type { Rehearsed } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { Form, Icon, Progress, Recorded, SidePanel } from "@/design";
import { T } from "@/i18n";
import { KeyFields, useKeyOfBackup } from "./KeyOfBackup";

/** Restores a backup into a scratch file and reads it through, without touching anything. */
export function RehearseForm({ backup, onClose }: { backup: string; onClose: () => void }) {
  const key = useKeyOfBackup("open_workspace");
  const [done, setDone] = useState<Rehearsed | null>(null);
  const rehearse = useCommand("rehearse_restore", { failures: "inline", toast: "quiet" });
  const submit = async () => {
    setDone(null);
    const rehearsed = await rehearse.run({ backup, key: key.key });
    if (rehearsed) setDone(rehearsed);
  };
  return (
    <SidePanel testid="rehearse-panel" head={<h2><T id="recovery-rehearse" /></h2>}>
      <Recorded className="small quiet">{backup}</Recorded>
      <p className="small"><T id="recovery-rehearse-hint" as="block" /></p>
      <Form
        name="rehearse"
        failure={rehearse.failure}
        save={{ label: "recovery-rehearse-run", testid: "run-rehearse", busy: rehearse.busy, run: submit }}
        close={{ testid: "close-rehearse", run: onClose }}
      >
        <KeyFields ways={["open_workspace", "passphrase", "recovery"]} value={key} testid="rehearse" />
        <Progress step={rehearse.progress} onCancel={rehearse.cancel} />
        {done && <Outcome done={done} />}
      </Form>
    </SidePanel>
  );
}

function Outcome({ done }: { done: Rehearsed }) {
  const { held, outcome } = done;
  if (!held || outcome.is === "failed") {
    return (
      <div className="failure" role="alert" data-testid="rehearsed" data-outcome="failed">
        <Icon name="warning" />
        <span>
          <T id="recovery-rehearse-bad" as="block" />
          <T id="recovery-rehearse-bad-hint" as="block" />
        </span>
      </div>
    );
  }
  const rows = held.tables.reduce((sum, each) => sum + each.rows, 0);
  return (
    <div role="status" data-testid="rehearsed" data-outcome="verified">
      <p className="workspace-good"><Icon name="shield" /><T id="recovery-rehearse-good" /></p>
      <dl className="facts">
        <dt><T id="recovery-held-entries" /></dt>
        <dd><Recorded>{outcome.entries}</Recorded></dd>
        <dt><T id="recovery-held-trails" /></dt>
        <dd><Recorded>{held.trails}</Recorded></dd>
        {held.erased > 0 && (
          <>
            <dt><T id="recovery-held-erased" /></dt>
            <dd><Recorded>{held.erased}</Recorded></dd>
          </>
        )}
        <dt><T id="recovery-held-rows" /></dt>
        <dd><Recorded>{rows}</Recorded></dd>
        <dt><T id="recovery-held-files" /></dt>
        <dd><Recorded>{held.files}</Recorded></dd>
      </dl>
    </div>
  );
}

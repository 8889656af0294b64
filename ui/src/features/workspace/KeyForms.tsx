import { useState } from "react";
import type { RecoverySheet as Sheet, WorkspaceState } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useWorkspace } from "@/window/session";
import { Button, Field, Form, notices, SidePanel } from "@/design";
import { T } from "@/i18n";
import { isSound, NewPassphrase, UNTYPED } from "../unlock/NewPassphrase";
import { RecoverySheet } from "../unlock/RecoverySheet";
import "../unlock/unlock.css";

interface Properties {
  onClose: () => void;
}

/** A new passphrase for the same file; a new recovery key comes with it. */
export function PassphraseForm({ onClose }: Properties) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState(UNTYPED);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const { state } = useWorkspace();
  const names = state?.open ? [state.open.name, state.open.actor.en, state.open.actor.zh] : [];
  const change = useCommand("change_passphrase", { failures: "inline", toast: "quiet" });
  const submit = async () => {
    const changed = await change.run({ current, new: next.passphrase });
    if (!changed) return;
    notices.say("workspace-passphrase-changed");
    setSheet(changed);
  };
  if (sheet) {
    return (
      <SidePanel testid="passphrase-panel" head={<h2><T id="workspace-change-passphrase" /></h2>}>
        <RecoverySheet sheet={sheet} done="workspace-recovery-done" onDone={onClose} />
      </SidePanel>
    );
  }
  return (
    <SidePanel testid="passphrase-panel" head={<h2><T id="workspace-change-passphrase" /></h2>}>
      <Form
        name="passphrase"
        failure={change.failure}
        missing={isSound(next) ? [] : ["workspace-new-passphrase"]}
        save={{ testid: "save-passphrase", busy: change.busy, run: submit }}
        close={{ label: "app-cancel", testid: "cancel-passphrase", run: onClose }}
      >
        <Field label="workspace-current-passphrase" required type="password" value={current} onChange={setCurrent} autoFocus autoComplete="current-password" testid="current-passphrase" />
        <NewPassphrase label="workspace-new-passphrase" value={next} words={names} onChange={setNext} testid="new-passphrase" />
        <p className="small quiet"><T id="workspace-change-passphrase-hint" as="block" /></p>
      </Form>
    </SidePanel>
  );
}

/** A new recovery key; the old one no longer opens the file. */
export function RecoveryForm({ onClose }: Properties) {
  const [passphrase, setPassphrase] = useState("");
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const change = useCommand("change_recovery_key", { failures: "inline", toast: "quiet" });
  return (
    <SidePanel testid="recovery-panel" head={<h2><T id="workspace-change-recovery" /></h2>}>
      {sheet ? (
        <RecoverySheet sheet={sheet} done="workspace-recovery-done" onDone={onClose} />
      ) : (
        <Form
          name="recovery-key"
          failure={change.failure}
          save={{ label: "workspace-change-recovery", testid: "make-recovery-key", busy: change.busy, run: () => change.run({ passphrase }).then((made) => made && setSheet(made)) }}
          close={{ label: "app-cancel", testid: "cancel-recovery", run: onClose }}
        >
          <p className="small quiet"><T id="workspace-change-recovery-hint" as="block" /></p>
          <Field label="unlock-passphrase" required type="password" value={passphrase} onChange={setPassphrase} autoFocus autoComplete="current-password" testid="recovery-passphrase" />
        </Form>
      )}
    </SidePanel>
  );
}

/** Whether the computer's keychain holds the key. */
export function KeychainForm({ state, onClose }: Properties & { state: WorkspaceState }) {
  const [passphrase, setPassphrase] = useState("");
  const set = useCommand("set_keychain", { failures: "inline", toast: "quiet" });
  const holds = state.keychain === "holds_key";
  const submit = async () => {
    const changed = await set.run({ choice: holds ? "forget" : "remember", passphrase });
    if (changed) onClose();
  };
  return (
    <SidePanel testid="keychain-panel" head={<h2><T id="workspace-keychain" /></h2>}>
      <p><T id={holds ? "workspace-keychain-holds-key" : state.keychain === "available" ? "workspace-keychain-available" : "workspace-keychain-unavailable"} as="block" /></p>
      {state.keychain !== "unavailable" && (
        <Form
          name="keychain"
          failure={set.failure}
          save={{ label: holds ? "workspace-keychain-forget" : "workspace-keychain-remember", testid: "set-keychain", busy: set.busy, run: submit }}
          close={{ testid: "close-keychain", run: onClose }}
        >
          <Field label="unlock-passphrase" required type="password" value={passphrase} onChange={setPassphrase} autoFocus autoComplete="current-password" testid="keychain-passphrase" />
        </Form>
      )}
      {state.keychain === "unavailable" && <Button label="app-close" look="ghost" testid="close-keychain" onClick={onClose} />}
    </SidePanel>
  );
}

import { useState } from "react";
import { HOME } from "@/window/places";
import { navigate, type PageProperties } from "@/window/routes";
import { useWorkspace } from "@/window/session";
import { Button, Page, SidePanel } from "@/design";
import { T } from "@/i18n";
import { VendorForm } from "../vendor/VendorForm";
import { KeychainForm, PassphraseForm, RecoveryForm } from "../workspace/KeyForms";
import { Looks } from "./Looks";
import { OwnPresentation } from "./OwnPresentation";
import { Safety } from "./Safety";
import { ThisProgram } from "./ThisProgram";
import { Tour } from "./Tour";
import { WhoWorks } from "./WhoWorks";
import "./settings.css";

/** What the panel is about. */
export type Shown = "nothing" | "vendor" | "passphrase" | "recovery" | "keychain";

/** Everything that is chosen once: how the window looks, who works here, how the workspace is kept safe. */
export default function Settings(_: PageProperties) {
  const { state, open } = useWorkspace();
  const [shown, setShown] = useState<Shown>("nothing");
  const close = () => setShown("nothing");
  const panel = () => {
    if (!state || !open) return undefined;
    switch (shown) {
      case "vendor":
        return (
          <SidePanel testid="vendor-panel" head={<h2><T id="vendor-title" /></h2>}>
            <VendorForm onSaved={close} onCancel={close} />
          </SidePanel>
        );
      case "passphrase":
        return <PassphraseForm onClose={close} />;
      case "recovery":
        return <RecoveryForm onClose={close} />;
      case "keychain":
        return <KeychainForm state={state} onClose={close} />;
      case "nothing":
        return undefined;
    }
  };
  return (
    <Page
      testid="page-settings"
      title={<T id="settings-title" />}
      actions={open ? undefined : <Button label="settings-return" icon="left" testid="settings-return" onClick={() => navigate(HOME)} />}
      panel={panel()}
    >
      <div className="settings">
        <div>
          <Looks />
          <OwnPresentation />
        </div>
        <div>
          {open && <WhoWorks open={open} onShow={setShown} />}
          {open && <Safety onShow={setShown} />}
          <Tour />
          <ThisProgram />
        </div>
      </div>
    </Page>
  );
}

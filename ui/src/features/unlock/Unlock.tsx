import { useState } from "react";
import { host } from "@/api/host";
import type { RecoverySheet as Sheet } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { MANUAL, SETTINGS, verifyAt } from "@/window/places";
import { navigate, routeAt } from "@/window/routes";
import { useEnter } from "@/window/session";
import { useRemembered } from "@/window/remembered";
import { Button, Icon } from "@/design";
import { useTour } from "@/features/tour/useTour";
import { T, useT } from "@/i18n";
import { FirstRun } from "./FirstRun";
import { ImportStart } from "./ImportStart";
import { OpenForm } from "./OpenForm";
import { ProductName } from "./ProductName";
import { RecoverySheet } from "./RecoverySheet";
import { RestoreStart } from "./RestoreStart";
import { Top } from "./Top";
import "./unlock.css";

/** The last part of a path, of either kind of system. */
const nameOf = (path: string) => path.split(/[\\/]/).pop()?.replace(/\.hefu$/i, "") ?? path;

type At = { is: "start" } | { is: "open"; path: string } | { is: "create" | "restore" | "import" } | { is: "sheet"; sheet: Sheet };

/** The first screen: open a workspace, make one, or look at the sample. */
export function Unlock({ file }: { file: string | null }) {
  const t = useT();
  const { recent, start } = useRemembered();
  const first = file ?? recent[0];
  const [at, setAt] = useState<At>(first ? { is: "open", path: first } : { is: "start" });
  const enter = useEnter();
  const sample = useCommand("create_sample", { toast: "quiet", freshness: "caller" });

  const choose = async () => {
    const path = await host().chooseFile({ title: t("unlock-open-title"), kind: t("app-kind-workspace"), extensions: ["hefu"] });
    if (path) setAt({ is: "open", path });
  };
  const { begin: beginTour, standing } = useTour();
  const openSample = async () => {
    const path = await host().saveFile({
      title: t("unlock-sample-title"), kind: t("app-kind-workspace"), extensions: ["hefu"], name: `${t("unlock-sample-name")}.hefu`,
    });
    if (!path) return;
    const opened = await sample.run({ path });
    if (!opened) return;
    enter(opened);
    if (standing === "not_begun") beginTour();
  };
  const others = [...new Set([...(file ? [file] : []), ...recent])];

  if (at.is === "create") return <FirstRun onLeave={() => setAt({ is: "start" })} onSample={openSample} />;
  return (
    <div className="unlock" data-testid="page-unlock">
      <Top />
      <div className="unlock-columns">
        <section className="unlock-side">
          <ProductName />
          <h2>
            <T id="unlock-recent" />
          </h2>
          {others.length === 0 && (
            <p className="quiet small">
              <T id="unlock-nothing-recent" as="block" />
            </p>
          )}
          <ul>
            {others.map((path) => (
              <li key={path}>
                <button
                  type="button"
                  className="unlock-file"
                  aria-current={at.is === "open" && at.path === path}
                  onClick={() => setAt({ is: "open", path })}
                  data-testid="choose-recent"
                >
                  <Icon name="workspace" />
                  <span data-record>
                    {nameOf(path)}
                    <small>{path}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <div className="unlock-choices">
            <Button label="unlock-other-file" icon="folder" look="ghost" testid="choose-workspace" onClick={() => void choose()} />
            <Button label="unlock-create" icon="plus" look="ghost" testid="new-workspace" onClick={() => setAt({ is: "create" })} />
            <Button label="unlock-sample" icon="projects" look="ghost" testid="open-sample" disabled={sample.busy} onClick={() => void openSample()} />
            <Button label="recovery-restore" icon="undo" look="ghost" testid="start-restore" onClick={() => setAt({ is: "restore" })} />
            <Button label="recovery-import" icon="folder" look="ghost" testid="start-import" onClick={() => setAt({ is: "import" })} />
            {routeAt(verifyAt()) && (
              <Button label="unlock-verify" icon="shield" look="ghost" testid="open-verify" onClick={() => navigate(verifyAt())} />
            )}
            <Button label="manual-title" icon="book" look="ghost" testid="open-manual" onClick={() => navigate(MANUAL)} />
            <Button label="settings-place" icon="settings" look="ghost" testid="open-settings" onClick={() => navigate(SETTINGS)} />
          </div>
        </section>
        <section className="unlock-work">
          {at.is === "start" && (
            <div className="unlock-start">
              <h1>
                <T id="unlock-create-title" />
              </h1>
              <p className="quiet">
                <T id="unlock-create-hint" as="block" />
              </p>
              <Button label="unlock-create" look="primary" testid="start-new-workspace" onClick={() => setAt({ is: "create" })} />
              <h2>
                <T id="unlock-sample-title" />
              </h2>
              <p className="quiet">
                <T id="unlock-sample-hint" as="block" />
              </p>
              <Button label="unlock-sample" testid="start-sample" disabled={sample.busy} onClick={() => void openSample()} />
            </div>
          )}
          {at.is === "open" && (
            <OpenForm key={at.path} path={at.path} name={nameOf(at.path)} known={at.path === start.file ? (start.passphrase ?? "") : ""} onOpen={enter} />
          )}
          {at.is === "restore" && <RestoreStart onOpen={enter} />}
          {at.is === "import" && <ImportStart onMade={(sheet) => setAt({ is: "sheet", sheet })} />}
          {at.is === "sheet" && <RecoverySheet sheet={at.sheet} onDone={() => enter(at.sheet.opened)} />}
          <p className="unlock-foot faint small">
            <T id="unlock-offline" as="block" />
          </p>
        </section>
      </div>
    </div>
  );
}

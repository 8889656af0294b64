import { Suspense, useState } from "react";
import type { RecoverySheet as Sheet, SaveVendorProfile } from "@/api/generated/api";
import { lazily } from "@/window/lazily";
import { projectsAt } from "@/window/places";
import { useRemembered } from "@/window/remembered";
import { navigate } from "@/window/routes";
import { useEnter } from "@/window/session";
import { Button, Icon, Skeleton } from "@/design";
import { type PlainId, T, useT } from "@/i18n";
import { CreateForm, UNMADE } from "./CreateForm";
import { ProductName } from "./ProductName";
import { RecoverySheet } from "./RecoverySheet";
import { Top } from "./Top";
import "./unlock.css";

const { Part: Who } = lazily(() => import("./Who"));

type Step = 1 | 2 | 3;

const STEPS: readonly PlainId[] = ["first-run-file", "first-run-who", "first-run-begin"];

/** What is typed in the second step. */
export interface Typed {
  vendor: SaveVendorProfile;
  role: { en: string; zh: string };
  email: string;
  /** Her own record, once it is saved. */
  person: string | null;
}

/** A workspace in three steps. What was typed stays while one goes back and forth. */
export function FirstRun({ onLeave, onSample }: { onLeave: () => void; onSample: () => Promise<void> }) {
  const enter = useEnter();
  const { remember } = useRemembered();
  const [step, setStep] = useState<Step>(1);
  const [made, setMade] = useState<Sheet | null>(null);
  const [kept, setKept] = useState<"kept" | "not_kept">("not_kept");
  const [workspace, setWorkspace] = useState(UNMADE);
  const [typed, setTyped] = useState<Typed | null>(null);
  return (
    <div className="unlock" data-testid="page-first-run">
      <Top />
      <div className="unlock-columns first-run">
        <section className="unlock-side">
          <ProductName />
          <Steps now={step} />
        </section>
        <section className="unlock-work" key={step}>
          <p className="first-run-place small quiet" data-testid="first-run-place" data-step={step}>
            <T id="first-run-step" args={{ step, steps: STEPS.length }} />
          </p>
          {step === 1 && !made && <CreateForm value={workspace} onChange={setWorkspace} onCreated={setMade} onBack={onLeave} />}
          {step === 1 && made && kept === "kept" && (
            <p className="quiet first-run-made">
              <T id="first-run-made" as="block" />
            </p>
          )}
          {step === 1 && made && (
            <RecoverySheet
              sheet={made}
              begin={kept}
              done="app-continue"
              onDone={() => {
                setKept("kept");
                setStep(2);
              }}
            />
          )}
          {step === 2 && made && (
            <Suspense fallback={<Skeleton lines={8} />}>
              <Who actor={made.opened.actor} typed={typed} onChange={setTyped} onBack={() => setStep(1)} onDone={() => setStep(3)} />
            </Suspense>
          )}
          {step === 3 && made && (
            <Begin
              onBack={() => setStep(2)}
              onProject={() => {
                enter(made.opened);
                navigate(projectsAt("new"));
              }}
              filled={typed?.person ? "yes" : "no"}
              onSample={() => {
                // It stands among those opened before when she comes back from the sample.
                remember(made.path);
                void onSample();
              }}
              onEmpty={() => enter(made.opened)}
            />
          )}
          <p className="unlock-foot faint small">
            <T id="unlock-offline" as="block" />
          </p>
        </section>
      </div>
    </div>
  );
}

function Steps({ now }: { now: Step }) {
  const t = useT();
  return (
    <ol className="first-run-steps" aria-label={t("first-run-steps")}>
      {STEPS.map((label, index) => (
        <li key={label} aria-current={index + 1 === now ? "step" : undefined} data-done={index + 1 < now}>
          <span className="first-run-number" data-record>{index + 1 < now ? <Icon name="check" /> : index + 1}</span>
          <T id={label} />
        </li>
      ))}
    </ol>
  );
}

interface Beginnings {
  /** Whether the second step said who she is. */
  filled: "yes" | "no";
  onBack: () => void;
  onProject: () => void;
  onSample: () => void;
  onEmpty: () => void;
}

function Begin({ filled, onBack, onProject, onSample, onEmpty }: Beginnings) {
  return (
    <div className="unlock-start" data-testid="first-run-begin">
      <h1>
        <T id="first-run-begin-title" />
      </h1>
      <p className="quiet"><T id={filled === "yes" ? "first-run-project-filled" : "first-run-project-hint"} as="block" /></p>
      <Button label="first-run-project" look="primary" icon="plus" testid="first-project" onClick={onProject} />
      <p className="quiet first-run-other"><T id="first-run-sample-hint" as="block" /></p>
      <Button label="first-run-sample" icon="projects" testid="first-run-sample" onClick={onSample} />
      <div className="row first-run-other">
        <Button label="app-back" look="ghost" icon="left" testid="first-run-back" onClick={onBack} />
        <Button label="first-run-empty" look="ghost" testid="first-run-empty" onClick={onEmpty} />
      </div>
    </div>
  );
}

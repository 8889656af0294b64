import { useCallback, useEffect, useRef, useState } from "react";
import { host } from "@/api/host";
import type { VerifyReport } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useHostEvents } from "@/window/events";
import { HOME, verifyAt } from "@/window/places";
import { navigate, useLocation, type PageProperties } from "@/window/routes";
import { useWorkspace } from "@/window/session";
import { Button, Failure, Field, Form, Icon, Page, Progress, Recorded, Skeleton } from "@/design";
import { T, useT } from "@/i18n";
import { Report } from "./Report";
import "./verify.css";

/** Whether a signed PDF or a signed trail is as it was signed, and by whom; needs neither a workspace nor a network. */
export default function Verify(_: PageProperties) {
  const t = useT();
  const path = useLocation().query.get("path");
  const { open } = useWorkspace();
  const [hovering, setHovering] = useState(false);
  const [head, setHead] = useState("");
  const [report, setReport] = useState<{ of: string; report: VerifyReport } | null>(null);
  const verify = useCommand("verify_file", { failures: "inline" });
  const { run } = verify;
  const asked = useRef(0);

  const check = useCallback(
    async (of: string, looked: string) => {
      asked.current += 1;
      const mine = asked.current;
      const found = await run({ path: of, head: looked.trim() || null });
      // The answer to an earlier file must not stand for this one.
      if (mine === asked.current) setReport(found ? { of, report: found } : null);
    },
    [run],
  );
  useEffect(() => {
    if (path) void check(path, "");
  }, [path, check]);
  useHostEvents((event) => setHovering(event.kind === "hovering"));

  const choose = async () => {
    const chosen = await host().chooseFile({ title: t("verify-page-choose-title"), kind: t("trail-verify-kind"), extensions: ["pdf", "jsonl"] });
    if (!chosen) return;
    // The same file may have changed since it was looked at.
    if (chosen === path) void check(chosen, head);
    else navigate(verifyAt(chosen));
  };
  const shown = report?.of === path ? report.report : null;
  return (
    <Page
      testid="page-verify"
      title={
        <span className="verify-title">
          {!open && (
            <button type="button" className="verify-back" aria-label={t("verify-page-back")} title={t("verify-page-back")} data-testid="verify-back" onClick={() => navigate(HOME)}>
              <Icon name="left" />
            </button>
          )}
          <T id="verify-page-title" />
        </span>
      }
      actions={path && <Button label="verify-page-another" look="primary" icon="folder" testid="verify-choose" onClick={() => void choose()} />}
    >
      <div className="verify">
        {!path && (
          <div className="verify-drop" data-hovering={hovering ? "yes" : undefined} data-testid="verify-drop">
            <Icon name="shield" />
            <h2>
              <T id="verify-page-drop" />
            </h2>
            <p className="quiet">
              <T id="verify-page-drop-hint" as="block" />
            </p>
            <Button label="verify-page-choose" look="primary" icon="folder" testid="verify-choose" onClick={() => void choose()} />
          </div>
        )}
        {path && !shown && (
          <p className="verify-path small quiet">
            <Icon name="file" />
            <Recorded>{path}</Recorded>
          </p>
        )}
        <Failure failure={verify.failure} />
        <Progress step={verify.progress} onCancel={verify.cancel} />
        {path && !shown && !verify.failure && <Skeleton lines={6} />}
        {shown && !verify.failure && <Report report={shown} />}
        {shown && path && (
          <Form
            name="verify-head"
            as="asks"
            className="verify-head"
            save={{ label: "verify-page-head-check", look: "plain", testid: "verify-head-check", busy: verify.busy, run: () => check(path, head) }}
          >
            <Field label="verify-page-head" hint="verify-page-head-hint" value={head} onChange={setHead} testid="verify-head" />
          </Form>
        )}
      </div>
    </Page>
  );
}

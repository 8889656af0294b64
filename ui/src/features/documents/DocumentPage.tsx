import { useState } from "react";
import type { DocumentView } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { navigate, useLocation } from "@/window/routes";
import { Failure, Icon, Name, Page, Recorded, Segments, Skeleton } from "@/design";
import { HistoryButton } from "@/features/comparison/HistoryButton";
import { T, useT } from "@/i18n";
import { Acts, type Asked, FileActs } from "./Acts";
import { CopyDialog } from "./CopyDialog";
import { DocumentPanel } from "./DocumentPanel";
import { DuplicateDialog } from "./DuplicateDialog";
import { Editor } from "./Editor";
import { IssueDialog } from "./IssueDialog";
import { documentAt, documentsAt } from "@/window/places";
import { Preview } from "./Preview";
import { ReasonDialog } from "./ReasonDialog";
import { SigningDialog } from "./SigningDialog";
import { StateTag } from "./StateTag";
import { SupersedeDialog } from "./SupersedeDialog";

/** One document: its text while it is written, its pages, who signs it, and what can be done with it now. */
export function DocumentPage({ project, document: id }: { project: string; document: string }) {
  const { view, failure } = useQuery("document", { document: id });
  return view ? (
    <One project={project} view={view} />
  ) : (
    <Page testid="page-document" title={<T id="document-title" />}>
      <Failure failure={failure} />
      {!failure && <Skeleton lines={10} />}
    </Page>
  );
}

function One({ project, view }: { project: string; view: DocumentView }) {
  const t = useT();
  const { query } = useLocation();
  const { document } = view;
  const written = document.state === "draft" || document.state === "in_review";
  const [tab, setTab] = useState<"text" | "preview">(query.get("view") === "preview" ? "preview" : "text");
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const pages = !written || tab === "preview";
  return (
    <Page
      testid="page-document"
      body="fill"
      title={
        <span className="document-title">
          <button type="button" className="document-back" aria-label={t("document-back")} title={t("document-back")} data-testid="document-back" onClick={() => navigate(documentsAt(project))}>
            <Icon name="left" />
          </button>
          <Name text={document.title} />
        </span>
      }
      actions={<Acts view={view} onAsk={setAsked} />}
      panel={<DocumentPanel project={project} view={view} onSection={() => setTab("text")} onCopy={() => setAsked("copy")} />}
    >
      <div className="document-head">
        <Recorded className="quiet">{document.number}</Recorded>
        <span className="faint">
          <T id="document-version" args={{ version: document.version }} />
        </span>
        <StateTag state={document.state} />
        <span className="push" />
        <HistoryButton noun="document" id={document.id} />
        {document.issued && <FileActs view={view} />}
        {written && (
          <Segments
            label={t("document-view")}
            value={tab}
            onChange={setTab}
            options={[
              { value: "text", label: <T id="document-view-text" /> },
              { value: "preview", label: <T id="document-view-preview" /> },
            ]}
            testid="document-view"
          />
        )}
      </div>
      {document.state === "void" && (
        <p className="remark document-void">
          <T id="document-void-reason" args={{ reason: document.void_reason }} as="block" />
        </p>
      )}
      {pages ? <Preview document={document.id} /> : <Editor view={view} />}
      {asked === "issue" && <IssueDialog view={view} onClose={close} />}
      {asked === "sign" && <SigningDialog view={view} onClose={close} />}
      {asked === "copy" && <CopyDialog view={view} onClose={close} />}
      {asked === "supersede" && <SupersedeDialog view={view} onClose={close} onMade={(made) => navigate(documentAt(project, made))} />}
      {asked === "duplicate" && <DuplicateDialog view={view} onClose={close} onMade={(made) => navigate(documentAt(project, made))} />}
      {(asked === "return" || asked === "void") && <ReasonDialog act={asked} document={document.id} onClose={close} />}
    </Page>
  );
}

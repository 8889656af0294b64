import type { DocumentView } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { Button, Dialog, Failure, Name, Progress } from "@/design";
import { T } from "@/i18n";
import { SignerLine } from "./SignerLine";

/** Asks once more before a document is issued: that cannot be undone. */
export function IssueDialog({ view, onClose }: { view: DocumentView; onClose: () => void }) {
  const { document, signers } = view;
  const issue = useCommand("issue_document", { failures: "inline" });
  const { view: page } = useQuery("preview_page", { document: document.id, page: 1, width_px: 400 });
  const now = async () => {
    if (await issue.run({ document: document.id })) onClose();
  };
  return (
    <Dialog
      title="document-issue-title"
      width={680}
      onClose={onClose}
      testid="document-issue-dialog"
      foot={
        <>
          <Button label="app-cancel" look="ghost" testid="document-issue-cancel" disabled={issue.busy} onClick={onClose} />
          <Button label="document-issue-now" look="primary" testid="document-issue-confirm" disabled={issue.busy} onClick={() => void now()} />
        </>
      }
    >
      <div className="issue-columns">
        <div className="issue-cover">{page && <img src={`data:image/png;base64,${page.png}`} alt="" />}</div>
        <div className="issue-facts">
          <h2>
            <Name text={document.title} />
          </h2>
          <p>
            <T id="document-issue-what" args={{ number: document.number, version: document.version }} as="block" />
          </p>
          <p className="quiet">
            <T id={`document-edition-${document.edition === "side_by_side" ? "side-by-side" : document.edition}`} />
            {page && (
              <>
                {" · "}
                <span data-testid="document-issue-pages">
                  <T id="document-issue-pages" args={{ pages: page.pages }} />
                </span>
              </>
            )}
          </p>
          <div>
            {signers.map((each, index) => (
              <div key={each.signer.id} className="signer">
                <SignerLine view={each} at={index + 1} />
              </div>
            ))}
          </div>
          <div className="remark small">
            <T id="document-issue-final" as="block" />
          </div>
        </div>
      </div>
      <Failure failure={issue.failure} />
      <Progress step={issue.progress} onCancel={issue.cancel} />
    </Dialog>
  );
}

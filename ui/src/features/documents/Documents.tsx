import { useState } from "react";
import type { DocumentLine } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { navigate, useLocation, type PageProperties } from "@/window/routes";
import { Button, type Column, DataTable, DateText, EmptyState, Failure, Name, Page, Recorded, Short, Skeleton } from "@/design";
import { T, useT } from "@/i18n";
import { DocumentPage } from "./DocumentPage";
import { NewDocument } from "./NewDocument";
import { acceptanceAt, documentAt } from "@/window/places";
import { StateTag } from "./StateTag";
import "./documents.css";

/** The documents of a project; with `?document=` one of them. */
export default function Documents({ params }: PageProperties) {
  const project = params["project"] ?? "";
  const document = useLocation().query.get("document");
  return document ? <DocumentPage key={document} project={project} document={document} /> : <List project={project} />;
}

function List({ project }: { project: string }) {
  const t = useT();
  const { view, failure } = useQuery("list_documents", { project });
  const [begins, setBegins] = useState(false);
  const open = (line: DocumentLine) => navigate(documentAt(project, line.document.id));
  const columns: Column<DocumentLine>[] = [
    {
      id: "number", title: <Short id="document-column-number" />, width: "170px", plain: ({ document }) => document.number, sort: (a, b) => a.document.number.localeCompare(b.document.number),
      render: ({ document }) => (
        <span data-record className="quiet" data-testid="document-number-cell">
          {document.number}
        </span>
      ),
    },
    {
      id: "title", title: <T id="document-column-title" />, width: "minmax(180px, 1fr)", plain: ({ document }) => `${document.title.en.words} ${document.title.zh.words}`,
      render: (line) => (
        <button type="button" className="document-open" data-testid={`document-open-${line.document.number}`} onClick={() => open(line)}>
          <Name text={line.document.title} />
        </button>
      ),
    },
    { id: "version", title: <Short id="document-column-version" />, width: "64px", align: "number", plain: ({ document }) => String(document.version), render: ({ document }) => <Recorded>{document.version}</Recorded> },
    {
      id: "date", title: <Short id="document-column-date" />, width: "110px", plain: ({ document }) => document.date ?? "", sort: (a, b) => (a.document.date ?? "").localeCompare(b.document.date ?? ""),
      render: ({ document }) => document.date && <DateText date={document.date} />,
    },
    { id: "state", title: <Short id="document-column-state" />, width: "120px", plain: ({ document }) => document.state, render: ({ document }) => <StateTag state={document.state} /> },
    {
      id: "signatures", title: <Short id="document-column-signatures" />, width: "70px", align: "number", plain: (line) => `${line.signed}/${line.signers}`,
      render: (line) => <Short id="document-signed-of" args={{ signed: line.signed, signers: line.signers }} />,
    },
  ];
  return (
    <Page testid="page-documents" title={<T id="document-title" />} body="fill" actions={<Button label="document-new" look="primary" icon="plus" testid="document-new" onClick={() => setBegins(true)} />}>
      <Failure failure={failure} />
      {!view && !failure && <Skeleton lines={6} />}
      {view && (
        <DataTable
          testid="documents"
          label={t("document-title")}
          rows={view.documents}
          columns={columns}
          idOf={({ document }) => document.id}
          onOpen={open}
          filter={view.documents.length > 8 ? "shown" : "hidden"}
          empty={
            <EmptyState
              title="document-empty"
              hint="document-empty-hint"
              testid="document-empty"
              action={<Button label="document-to-acceptance" testid="document-to-acceptance" onClick={() => navigate(acceptanceAt(project))} />}
            />
          }
        />
      )}
      {begins && <NewDocument project={project} onClose={() => setBegins(false)} onMade={(document) => navigate(documentAt(project, document))} />}
    </Page>
  );
}

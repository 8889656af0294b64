import { useState } from "react";
import type { RegisterKind, RegisterView } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { Button, EmptyState, Failure, Icon, Page, Skeleton, useKeys } from "@/design";
import { Menu } from "@/design/Menu";
import { idOf, T } from "@/i18n";
import { useLocation, type PageProperties } from "@/window/routes";
import { ChangeSums } from "./ChangeSums";
import { HeatMap } from "./HeatMap";
import { KindChips } from "./KindChips";
import { type At, isKeptHere, isSamePlace, KEPT, type KeptHere, placeOfRow } from "./kinds";
import { MatrixForm } from "./MatrixForm";
import { RecordPanel, type Shown } from "./RecordPanel";
import { RegisterTable } from "./RegisterTable";
import "./register.css";

/** What may happen, what did, what is asked, decided, done and waited for: one list, a filter for each register. */
export default function Register({ params }: PageProperties) {
  const project = params["project"] ?? "";
  const { view, failure } = useQuery("register_page", { project });
  return view ? (
    <Registers project={project} view={view} />
  ) : (
    <Page testid="page-register" title={<T id="register-title" />}>
      <Failure failure={failure} />
      {!failure && <Skeleton lines={10} />}
    </Page>
  );
}

function Registers({ project, view }: { project: string; view: RegisterView }) {
  const { query } = useLocation();
  const asked = view.rows.find(({ id }) => id === query.get("record"));
  const [kind, setKind] = useState<RegisterKind | null>(asked?.kind ?? null);
  const [place, setPlace] = useState<At | null>(null);
  const [shown, setShown] = useState<Shown | null>(asked ? { is: "record", id: asked.id } : null);
  const close = () => setShown(null);
  const choose = (next: RegisterKind | null) => {
    setKind(next);
    setPlace(null);
    close();
  };
  const add = (of: KeptHere) => {
    setShown({ is: "new", kind: of });
    if (kind !== null) setKind(of);
  };
  const show = (next: Shown) => {
    setShown(next);
    const of = next.is === "new" ? next.kind : next.is === "record" ? view.rows.find(({ id }) => id === next.id)?.kind : undefined;
    // What is shown stands in the list, whatever it was narrowed to.
    if (of && kind !== null && of !== kind) {
      setKind(of);
      setPlace(null);
    }
  };
  const one = kind !== null && isKeptHere(kind) ? kind : null;
  useKeys({ n: one ? () => add(one) : undefined });
  const rows = view.rows.filter((row) => (kind === null || row.kind === kind) && (place === null || isSamePlace(placeOfRow(row), place)));
  const empty = view.rows.length === 0
    ? <EmptyState title="register-empty" hint="register-empty-hint" testid="register-empty" action={<Button label="register-add-risk" look="primary" testid="register-add-first" onClick={() => add("risk")} />} />
    : <EmptyState title="register-none" hint="register-none-hint" testid="register-none" action={one && <Button label={idOf("register-add", one)} testid="register-add-first" onClick={() => add(one)} />} />;
  const panel = shown?.is === "matrix"
    ? <MatrixForm key={JSON.stringify(view.risks.matrix)} project={project} view={view} onClose={close} />
    : shown && <RecordPanel key={shown.is === "record" ? shown.id : `new-${shown.kind}`} project={project} view={view} shown={shown} onShow={show} onClose={close} />;
  return (
    <Page
      testid="page-register"
      body="fill"
      title={<T id="register-title" />}
      actions={
        one ? (
          <Button label={idOf("register-add", one)} look="primary" icon="plus" hotkey="N" testid={`register-add-${one}`} onClick={() => add(one)} />
        ) : (
          <Menu items={KEPT.map((each) => ({ key: each, label: <span data-testid={`register-add-${each}`}><T id={idOf("register-add", each)} /></span> }))} onChoose={(key) => add(key as KeptHere)}>
            <button type="button" className="button button-primary" data-testid="register-add">
              <Icon name="plus" />
              <T id="app-add" />
            </button>
          </Menu>
        )
      }
      panel={panel}
    >
      <KindChips counts={view.counts} chosen={kind} onChoose={choose} />
      {kind === "risk" && <HeatMap risks={view.risks} rows={view.rows} chosen={place} onChoose={setPlace} onMatrix={() => setShown({ is: "matrix" })} />}
      {kind === "change_request" && view.approved.changes + view.proposed.changes > 0 && <ChangeSums approved={view.approved} proposed={view.proposed} />}
      <RegisterTable view={view} rows={rows} scores={kind === "risk" ? "shown" : "hidden"} selected={shown?.is === "record" ? shown.id : null} onSelect={({ id }) => show({ is: "record", id })} empty={empty} />
    </Page>
  );
}

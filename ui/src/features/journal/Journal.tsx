import { useState } from "react";
import type { EntryLine, Trail, TrailLine } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import type { PageProperties } from "@/window/routes";
import { Button, copy, EmptyState, Failure, Page, Recorded, sentencePair, Skeleton } from "@/design";
import { Choice } from "@/design/Choice";
import { line, T, useDisplay, useT } from "@/i18n";
import { oneLine } from "../party/options";
import { EntryPanel } from "./EntryPanel";
import { EntryTable } from "./EntryTable";
import { ExportDialog } from "./ExportDialog";
import { Filter } from "./Filter";
import { asked, EVERYTHING, isNarrow, type Narrowed, zoneOf } from "./narrowing";
import { VerifyPanel } from "./VerifyPanel";
import "./journal.css";

/** As many as the engine gives at once. */
const PAGE = 500;

/** What is looked at: the acts on this project, every act in the workspace, or one stack's own trail. */
type View = { of: "project" } | Trail;

const keyOf = (view: View) => (view.of === "stack" ? view.stack : view.of);

/** Who did what when, as sentences; undo, and proof that nothing was changed. */
export default function Journal({ params }: PageProperties) {
  const t = useT();
  const project = params["project"] ?? null;
  const [looked, setLooked] = useState<View>({ of: "project" });
  const [before, setBefore] = useState<number | null>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const [verifying, setVerifying] = useState(false);
  const [narrowed, setNarrowed] = useState(EVERYTHING);
  const [exporting, setExporting] = useState<TrailLine | null>(null);
  const choices = useQuery("entry_choices", {}).view;
  const trails = useQuery("list_trails", {});
  const trail: Trail = looked.of === "stack" ? looked : { of: "workspace" };
  const filter = looked.of === "workspace" ? null : project;
  const wanted = choices ? asked(narrowed, zoneOf(choices.now)) : {};
  const { view, failure } = useQuery("list_entries", { trail, project: filter, ...wanted, before, limit: PAGE }, { while: "last" });
  const narrow = (next: Narrowed) => {
    setNarrowed(next);
    setBefore(null);
    setSelected(null);
  };
  const entry = view?.entries.find((each) => each.seq === selected);

  const own = (trails.view?.trails ?? []).filter((each) => each.trail.of === "workspace" || each.project === project);
  const chosen = own.find((each) => keyOf(each.trail) === keyOf(looked));
  return (
    <Page
      testid="page-journal"
      title={<T id="journal-page-title" />}
      body="fill"
      actions={<Button label="journal-page-verify" look="primary" icon="shield" testid="verify-journal" onClick={() => setVerifying(true)} />}
      panel={
        verifying ? (
          <VerifyPanel onClose={() => setVerifying(false)} />
        ) : (
          entry && <EntryPanel entry={entry} onClose={() => setSelected(null)} />
        )
      }
    >
      <Failure failure={failure} />
      <div className="journal-tools">
        <TrailChoice
          trails={own}
          value={keyOf(looked)}
          onChange={(next) => {
            setLooked(next);
            setBefore(null);
            setSelected(null);
          }}
        />
        <UndoRedo project={filter} />
        {chosen?.head && (
          <div className="journal-undo">
            <Button label="trail-export" icon="save" size="small" testid="export-trail" onClick={() => setExporting(chosen)} />
          </div>
        )}
        {chosen?.head && <Head head={chosen.head} />}
      </div>
      {choices && <Filter choices={choices} value={narrowed} onChange={narrow} onClear={() => narrow(EVERYTHING)} />}
      {!view && !failure && <Skeleton lines={8} />}
      {view && (
        <EntryTable
          entries={view.entries}
          label={t("journal-page-title")}
          selected={selected}
          empty={
            isNarrow(narrowed) && (
              <EmptyState
                title="trail-filter-nothing"
                hint="trail-filter-nothing-hint"
                action={<Button label="trail-filter-clear" testid="clear-filter-here" onClick={() => narrow(EVERYTHING)} />}
                testid="journal-filtered-empty"
              />
            )
          }
          onSelect={(seq) => {
            setVerifying(false);
            setSelected(seq);
          }}
          tools={
            <>
              <span className="push" />
              {before !== null && <Button label="journal-page-newest" look="ghost" size="small" testid="show-newest" onClick={() => setBefore(null)} />}
              {view.more === "yes" && (
                <Button label="journal-page-older" size="small" testid="show-older" onClick={() => setBefore(view.entries.at(-1)?.seq ?? null)} />
              )}
            </>
          }
        />
      )}
      {exporting && <ExportDialog trail={exporting} onClose={() => setExporting(null)} />}
    </Page>
  );
}

function TrailChoice({ trails, value, onChange }: { trails: TrailLine[]; value: string; onChange: (view: View) => void }) {
  const t = useT();
  const display = useDisplay();
  return (
    <div className="journal-trail">
      <Choice
        label="journal-page-trail"
        options={[
          { value: "project", label: t("journal-page-trail-project") },
          ...trails.map((each) => ({
            value: keyOf(each.trail),
            label: `${each.title ? oneLine(each.title, display) : t("journal-page-trail-workspace")} · ${t("journal-page-entries-count", { count: each.entries })}`,
          })),
        ]}
        value={value}
        onChange={(key) => {
          const found = trails.find((each) => keyOf(each.trail) === key);
          if (key === "project") onChange({ of: "project" });
          else if (found) onChange(found.trail);
        }}
        testid="choose-trail"
      />
    </div>
  );
}

/** What undo and redo would do now: of the project in view, without one in the whole workspace. */
function UndoRedo({ project }: { project: string | null }) {
  const { view } = useQuery("undo_state", { project });
  const display = useDisplay();
  const undo = useCommand("undo");
  const redo = useCommand("redo");
  const says = (id: "journal-page-undo-next" | "journal-page-redo-next", entry: EntryLine) => line(display, id, { sentence: sentencePair(entry.act, entry.args) });
  return (
    <div className="row journal-undo">
      {view?.undo && (
        <span title={says("journal-page-undo-next", view.undo)}>
          <Button label="app-undo" icon="undo" size="small" disabled={undo.busy} testid="undo" onClick={() => void undo.run({ project })} />
        </span>
      )}
      {view?.redo && (
        <span title={says("journal-page-redo-next", view.redo)}>
          <Button label="app-redo" icon="redo" size="small" disabled={redo.busy} testid="redo" onClick={() => void redo.run({ project })} />
        </span>
      )}
    </div>
  );
}

function Head({ head }: { head: string }) {
  return (
    <div className="journal-head">
      <span className="field-label">
        <T id="journal-page-head" />
      </span>
      <span className="row">
        <Recorded className="mono journal-head-words">{head}</Recorded>
        <Button label="journal-page-copy-head" look="ghost" size="small" testid="copy-head" onClick={() => void copy(head)} />
      </span>
    </div>
  );
}

import { useMemo, useState } from "react";
import type { EntryLine, Trail, TrailLine } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import type { PageProperties } from "@/app/routes";
import { Button, type Column, copy, DataTable, DateText, EmptyState, Failure, Page, Recorded, sentence, sentencePair, Short, SidePanel, Skeleton, Tag, type Tone } from "@/design";
import { Choice } from "@/design/Choice";
import { Coded, line, T, useDisplay, useT } from "@/i18n";
import { oneLine } from "../party/options";
import { VerifyPanel } from "./VerifyPanel";
import "./journal.css";

/** As many as the engine gives at once. */
const PAGE = 500;

const TONES: Record<EntryLine["standing"], Tone> = { stands: "plain", undone: "unknown", reversal: "blue", final: "jade" };

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
  const trails = useQuery("list_trails", {});
  const trail: Trail = looked.of === "stack" ? looked : { of: "workspace" };
  const filter = looked.of === "workspace" ? null : project;
  const { view, failure } = useQuery("list_entries", { trail, project: filter, before, limit: PAGE }, { while: "last" });
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
        <UndoRedo />
        {chosen?.head && <Head head={chosen.head} />}
      </div>
      {!view && !failure && <Skeleton lines={8} />}
      {view && (
        <EntryTable
          entries={view.entries}
          label={t("journal-page-title")}
          selected={selected}
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

/** What undo and redo would do now, over the whole workspace. */
function UndoRedo() {
  const { view } = useQuery("undo_state", {});
  const display = useDisplay();
  const undo = useCommand("undo");
  const redo = useCommand("redo");
  const says = (id: "journal-page-undo-next" | "journal-page-redo-next", entry: EntryLine) => line(display, id, { sentence: sentencePair(entry.act, entry.args) });
  return (
    <div className="row journal-undo">
      {view?.undo && (
        <span title={says("journal-page-undo-next", view.undo)}>
          <Button label="app-undo" icon="undo" size="small" disabled={undo.busy} testid="undo" onClick={() => void undo.run({})} />
        </span>
      )}
      {view?.redo && (
        <span title={says("journal-page-redo-next", view.redo)}>
          <Button label="app-redo" icon="redo" size="small" disabled={redo.busy} testid="redo" onClick={() => void redo.run({})} />
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

interface TableProperties {
  entries: EntryLine[];
  label: string;
  selected: number | null;
  onSelect: (seq: number) => void;
  tools: React.ReactNode;
}

function EntryTable({ entries, label, selected, onSelect, tools }: TableProperties) {
  const display = useDisplay();
  const t = useT();
  const columns = useMemo<Column<EntryLine>[]>(() => {
    const plain = (entry: EntryLine) => {
      const said = sentence(entry.act, entry.args);
      return line(display, said.id, said.args);
    };
    return [
      { id: "seq", title: <Short id="journal-page-column-seq" />, width: "44px", plain: (entry) => String(entry.seq), render: (entry) => <Recorded className="faint">{entry.seq}</Recorded> },
      {
        id: "when", title: <Short id="journal-page-column-when" />, width: "152px", plain: (entry) => entry.at, sort: (a, b) => a.seq - b.seq,
        render: (entry) => <DateText date={entry.at} as="moment" />,
      },
      {
        id: "who", title: <Short id="journal-page-column-who" />, width: "minmax(80px, 0.7fr)", plain: (entry) => entry.actor, sort: (a, b) => a.actor.localeCompare(b.actor),
        render: (entry) => <Recorded>{entry.actor}</Recorded>,
      },
      {
        id: "act", title: <T id="journal-page-column-act" />, width: "minmax(180px, 2.4fr)", plain,
        render: (entry) => {
          const said = sentence(entry.act, entry.args);
          return (
            <span className={entry.standing === "undone" ? "journal-undone" : undefined}>
              <Coded id={said.id} args={said.args} as="block" />
            </span>
          );
        },
      },
      {
        id: "standing", title: <Short id="journal-page-column-standing" />, width: "104px", plain: (entry) => t(`journal-page-standing-${entry.standing}`),
        sort: (a, b) => a.standing.localeCompare(b.standing),
        render: (entry) => entry.standing !== "stands" && <Tag tone={TONES[entry.standing]} label={`journal-page-standing-${entry.standing}`} />,
      },
      {
        id: "hash", title: <Short id="journal-page-column-hash" />, width: "96px", plain: (entry) => entry.hash,
        render: (entry) => <Recorded className="mono faint">{`${entry.hash.slice(0, 4)}…${entry.hash.slice(-4)}`}</Recorded>,
      },
    ];
  }, [display, t]);
  return (
    <DataTable
      testid="journal-table"
      label={label}
      rows={entries}
      columns={columns}
      idOf={(entry) => String(entry.seq)}
      selected={selected === null ? null : String(selected)}
      onSelect={(entry) => onSelect(entry.seq)}
      tools={tools}
      empty={<EmptyState title="journal-page-nothing" hint="journal-page-nothing-hint" testid="journal-empty" />}
    />
  );
}

function EntryPanel({ entry, onClose }: { entry: EntryLine; onClose: () => void }) {
  const undo = useCommand("undo", { failures: "inline" });
  const said = sentence(entry.act, entry.args);
  return (
    <SidePanel
      testid="entry-panel"
      head={
        <>
          <Recorded className="faint">{entry.seq}</Recorded>
          <Tag tone={TONES[entry.standing]} label={`journal-page-standing-${entry.standing}`} />
        </>
      }
    >
      <h2>
        <Coded id={said.id} args={said.args} as="block" />
      </h2>
      <dl className="facts">
        <dt><T id="journal-page-column-who" /></dt>
        <dd><Recorded>{entry.actor}</Recorded></dd>
        <dt><T id="journal-page-column-when" /></dt>
        <dd><DateText date={entry.at} as="moment" /></dd>
      </dl>
      <div className="field">
        <span className="field-label"><T id="journal-page-column-hash" /></span>
        <Recorded className="mono">{entry.hash}</Recorded>
      </div>
      <Failure failure={undo.failure} />
      <div className="row row-end">
        {entry.standing === "stands" && (
          <Button label="journal-page-undo-this" icon="undo" disabled={undo.busy} testid="undo-entry" onClick={() => void undo.run({ seq: entry.seq })} />
        )}
        <Button label="app-close" look="ghost" testid="close-entry" onClick={onClose} />
      </div>
    </SidePanel>
  );
}

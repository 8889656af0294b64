import { useState } from "react";
import type { EntryLine } from "@/api/generated/api";
import { useQuery } from "@/api/useQuery";
import { type PageProperties, useLocation } from "@/window/routes";
import { DateText, EmptyState, Failure, Icon, moment, Name, Page, sentence, sentencePair, Short, Skeleton } from "@/design";
import { Choice, type Option } from "@/design/Choice";
import { line, mainLanguage, T, useDisplay, useT, words } from "@/i18n";
import { Compared, Noun } from "./Compared";
import "./comparison.css";

const NOW = "now";

/** What became of a record, and any two of its moments side by side. */
export default function History({ params }: PageProperties) {
  const t = useT();
  const { query } = useLocation();
  const record = { noun: params["noun"] ?? "", id: params["id"] ?? "" };
  const { view, failure } = useQuery("moments", record);
  const entries = view?.entries ?? [];
  const [chosen, setChosen] = useState({ from: query.get("from"), until: NOW });
  // Without a choice: the last change, from just before it.
  const from = chosen.from ?? String(entries[1]?.workspace ?? 0);
  const set = (change: Partial<typeof chosen>) => setChosen((now) => ({ ...now, from, ...change }));
  return (
    <Page
      testid="page-history"
      title={
        <span className="history-title">
          <button type="button" className="history-back" aria-label={t("comparison-back")} title={t("comparison-back")} data-testid="history-back" onClick={() => window.history.back()}>
            <Icon name="left" />
          </button>
          <T id="comparison-title" />
          {view && (
            <span className="quiet">
              <Noun noun={record.noun} /> <Name text={view.label} show="one" />
            </span>
          )}
        </span>
      }
    >
      <Failure failure={failure} />
      {!view && !failure && <Skeleton lines={6} />}
      {view && entries.length === 0 && <EmptyState title="comparison-none" hint="comparison-none-hint" testid="history-empty" />}
      {entries.length > 0 && (
        <div className="history">
          <Moments entries={entries} from={from} until={chosen.until} onChoose={set} />
          <Compared record={record} from={Number(from)} until={chosen.until === NOW ? null : Number(chosen.until)} />
        </div>
      )}
    </Page>
  );
}

interface MomentsProperties {
  entries: EntryLine[];
  from: string;
  until: string;
  onChoose: (change: { from?: string; until?: string }) => void;
}

/** The two moments that are compared, and every act that made one. */
function Moments({ entries, from, until, onChoose }: MomentsProperties) {
  const t = useT();
  const display = useDisplay();
  const language = mainLanguage(display);
  const options: Option[] = entries.map((entry) => {
    const said = sentence(entry.act, entry.args);
    const both = sentencePair(entry.act, entry.args);
    return { value: String(entry.workspace), label: `${moment(entry.at, language)} · ${line(language, said.id, said.args)}`, search: `${entry.workspace} ${words(both, "en")} ${words(both, "zh")}` };
  });
  const start = { value: "0", label: t("comparison-start") };
  const listed = [...options, start].some((option) => option.value === from);
  // A moment asked for by its number may be that of another record's act.
  const other = listed ? [] : [{ value: from, label: t("comparison-entry", { seq: from }) }];
  return (
    <>
      <div className="history-moments">
        <Choice label="comparison-from" speaks="record" options={[...options, ...other, start]} value={from} onChange={(value) => value !== null && onChoose({ from: value })} testid="compare-from" />
        <Choice label="comparison-until" speaks="record" options={[{ value: NOW, label: t("comparison-now") }, ...options]} value={until} onChange={(value) => value !== null && onChoose({ until: value })} testid="compare-until" />
      </div>
      <details className="history-acts">
        <summary data-testid="history-moments">
          <T id="comparison-moments" />
        </summary>
        <ol>
          {entries.map((entry) => {
            const said = sentence(entry.act, entry.args);
            return (
              <li key={entry.workspace} data-testid="history-moment">
                <DateText date={entry.at} as="moment" /> <Name text={entry.actor} show="one" /> <Short id={said.id} args={said.args} />
              </li>
            );
          })}
        </ol>
      </details>
    </>
  );
}

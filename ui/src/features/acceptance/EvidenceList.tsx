import { useState } from "react";
import { host } from "@/api/host";
import type { EvidenceView, HeldImage } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useHostEvents } from "@/window/events";
import { Button, dayArg, DateText, Icon, Name, notices, Recorded, Short, brief, wordsOf } from "@/design";
import type { Option } from "@/design/Choice";
import { T, useT } from "@/i18n";
import { EvidenceForm } from "./EvidenceForm";
import { usePastedImage } from "./paste";

/** What a file is, by the end of its name. */
const kindOf = (name: string) => (/\.([a-z0-9]{1,4})$/i.exec(name)?.[1] ?? "").toUpperCase();

interface Properties {
  criterion: string;
  evidence: EvidenceView[];
  people: Option[];
}

/** The evidence of a criterion; a file is attached, given to evidence that was only named, or exported. */
export function EvidenceList({ criterion, evidence, people }: Properties) {
  const t = useT();
  const [path, setPath] = useState<string | null>(null);
  const [held, setHeld] = useState<"over" | "away">("away");
  const [image, setImage] = useState<HeldImage | null>(null);
  const hold = useCommand("hold_image");
  const paste = async () => {
    const taken = await hold.run({});
    if (taken) setImage(taken);
  };
  usePastedImage(() => void paste());
  const give = useCommand("attach_evidence");
  useHostEvents((event) => {
    if (event.kind === "opened") return undefined;
    setHeld(event.kind === "hovering" ? "over" : "away");
    const dropped = event.kind === "dropped" ? event.paths[0] : undefined;
    // A workspace is not evidence: it is opened.
    if (dropped === undefined || dropped.toLowerCase().endsWith(".hefu")) return undefined;
    setPath(dropped);
    return "taken";
  });
  const choose = () => host().chooseFile({ title: t("acceptance-open-title"), kind: t("app-kind-any"), extensions: ["*"] });

  const fill = async ({ evidence: named }: EvidenceView) => {
    const given = await choose();
    if (!given) return;
    await give.run({
      evidence: named.id, criterion, path: given, keep: "inside", title: wordsOf(named.title), date: named.date,
      valid_until: named.valid_until ?? null, provided_by: named.provided_by ?? null,
    });
  };
  return (
    <section className={held === "over" ? "evidence-drop" : undefined} data-testid="acceptance-evidence">
      <div className="field-label criterion-label">
        <T id="acceptance-evidence" />
      </div>
      {held === "over" && (
        <p className="small evidence-drop-hint" role="status">
          <T id="acceptance-evidence-drop" />
        </p>
      )}
      {evidence.length === 0 && (
        <p className="faint small">
          <T id="acceptance-evidence-none" />
        </p>
      )}
      {evidence.map((each) => (
        <One key={each.evidence.id} each={each} onGive={() => void fill(each)} />
      ))}
      {path === null && image === null && (
        <div className="row">
          <Button
            label="acceptance-evidence-attach"
            size="small"
            look="ghost"
            icon="plus"
            testid="acceptance-evidence-attach"
            onClick={() => void choose().then((chosen) => chosen && setPath(chosen))}
          />
          <Button label="paste-image" size="small" look="ghost" icon="plus" disabled={hold.busy} testid="acceptance-evidence-paste" onClick={() => void paste()} />
        </div>
      )}
      {image !== null && <EvidenceForm key={image.sha256} criterion={criterion} given={{ is: "image", image }} people={people} onDone={() => setImage(null)} />}
      {path !== null && image === null && <EvidenceForm key={path} criterion={criterion} given={{ is: "file", path }} people={people} onDone={() => setPath(null)} />}
    </section>
  );
}

function One({ each, onGive }: { each: EvidenceView; onGive: () => void }) {
  const t = useT();
  const { evidence, validity } = each;
  const { holding } = evidence;
  const remove = useCommand("remove_evidence");
  const save = useCommand("export_evidence");
  const out = async () => {
    const path = await host().saveFile({
      title: t("acceptance-export-title"), kind: t("app-kind-any"), extensions: [kindOf(evidence.file_name).toLowerCase() || "*"], name: evidence.file_name,
    });
    const done = path ? await save.run({ evidence: evidence.id, path }) : undefined;
    if (done) notices.say("acceptance-evidence-exported", { path: done.path });
  };
  return (
    <div className="evidence-line" data-testid="acceptance-evidence-line" data-held={holding.held} data-validity={validity}>
      <i className="evidence-kind" data-record data-held={holding.held}>
        {kindOf(evidence.file_name) || "–"}
      </i>
      <span className="evidence-words">
        <Name text={evidence.title} show="one" />
        <small>
          {holding.held === "named" ? <Short id="acceptance-evidence-named" /> : <span data-record title={holding.sha256}>{`SHA-256 ${brief(holding.sha256)}`}</span>} ·{" "}
          <DateText date={evidence.date} />
        </small>
        {holding.held === "referenced" && (
          <small>
            <Short id="acceptance-evidence-outside" /> <Recorded>{holding.path}</Recorded>
          </small>
        )}
        {validity === "expired" && evidence.valid_until && (
          <small className="acceptance-expired">
            <Icon name="clock" />
            <Short id="acceptance-evidence-validity" args={{ date: dayArg(evidence.valid_until) }} />
          </small>
        )}
      </span>
      <span className="evidence-acts">
        {holding.held === "named" ? (
          <button type="button" className="link" data-testid="acceptance-evidence-give" onClick={onGive}>
            <Short id="acceptance-evidence-give" />
          </button>
        ) : (
          <button type="button" className="link" data-testid="acceptance-evidence-export" onClick={() => void out()}>
            <Short id="acceptance-evidence-export" />
          </button>
        )}
        <button
          type="button"
          className="link evidence-remove"
          aria-label={t("acceptance-evidence-remove", { number: evidence.number })}
          title={t("acceptance-evidence-remove", { number: evidence.number })}
          data-testid="acceptance-evidence-remove"
          onClick={() => void remove.run({ evidence: evidence.id })}
        >
          <Icon name="trash" />
        </button>
      </span>
      <Recorded className="hidden-text">{evidence.number}</Recorded>
    </div>
  );
}

import { useState } from "react";
import type { ImportTarget, Mapping, MappedReading } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { Button, Field, notices } from "@/design";
import { LineChoice } from "@/design/Choice";
import { T, useT } from "@/i18n";

interface Properties {
  project: string;
  target: ImportTarget;
  /** What would be kept. */
  reading: () => MappedReading;
  onChoose: (mapping: Mapping) => void;
}

const NONE = "";

/** Mappings that were kept for this client: one is chosen, and what was chosen by hand is kept under a name. */
export function KeptMappings({ project, target, reading, onChoose }: Properties) {
  const t = useT();
  const { view } = useQuery("list_mappings", { project }, { while: "last" });
  const keep = useCommand("save_mapping");
  const remove = useCommand("remove_mapping");
  const [chosen, setChosen] = useState(NONE);
  const [name, setName] = useState("");
  const mappings = view?.mappings ?? [];
  const save = async () => {
    const kept = await keep.run({ project, name, target, reading: reading() });
    if (!kept) return;
    setChosen(kept.mapping);
    notices.say("scope-import-mapping-kept");
  };
  return (
    <div className="import-choosers" data-testid="import-mappings" data-count={mappings.length}>
      {mappings.length > 0 && (
        <span className="import-chooser">
          <T id="scope-import-mapping" />
          <LineChoice
            name={t("scope-import-mapping")}
            speaks="record"
            value={chosen}
            options={[{ value: NONE, label: t("scope-import-mapping-none") }, ...mappings.map(({ id, name: label }) => ({ value: id, label }))]}
            onChange={(id) => {
              setChosen(id);
              const mapping = mappings.find((each) => each.id === id);
              if (!mapping) return;
              setName(mapping.name);
              onChoose(mapping);
            }}
            testid="import-mapping"
          />
          {chosen !== NONE && (
            <Button
              label="scope-import-mapping-remove"
              look="ghost"
              testid="import-mapping-remove"
              disabled={remove.busy}
              onClick={() => void remove.run({ mapping: chosen }).then((gone) => { if (gone) setChosen(NONE); })}
            />
          )}
        </span>
      )}
      <span className="import-chooser import-keep">
        <Field label="scope-import-mapping-name" value={name} onChange={setName} testid="import-mapping-name" />
        <Button label="scope-import-mapping-keep" testid="import-mapping-keep" disabled={name.trim() === "" || keep.busy} onClick={() => void save()} />
      </span>
    </div>
  );
}

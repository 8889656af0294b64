import { useState } from "react";
import type { ConditionSays, ConditionStanding, GateStanding } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { FormDialog, Labelled, Segments } from "@/design";
import { Choice } from "@/design/Choice";
import { usePartyOptions } from "@/features/party/options";
import { T, useT } from "@/i18n";

/** Somebody says of a condition that nothing computes whether it holds. */
export function ConfirmDialog({ gate, condition, onClose }: { gate: GateStanding; condition: ConditionStanding; onClose: () => void }) {
  const t = useT();
  const command = useCommand("confirm_condition", { failures: "inline" });
  const { people } = usePartyOptions();
  const [says, setSays] = useState<ConditionSays>("holds");
  const [by, setBy] = useState<string | null>(gate.owner?.id ?? null);
  const submit = async () => {
    if (by === null) return;
    if (await command.run({ gate: gate.record.id, condition: condition.key, says, by, on: null })) onClose();
  };
  return (
    <FormDialog
      name="gate-confirm"
      title="gate-confirm"
      onClose={onClose}
      save={{ label: "gate-confirm", look: "primary", testid: "gate-confirm-save", busy: command.busy, run: submit }}
      closeTestid="gate-confirm-cancel"
      failure={command.failure}
      width={460}
      testid="gate-confirm-dialog"
    >
      <Labelled label="gate-confirm-says">
        <Segments
          label={t("gate-confirm-says")}
          options={[
            { value: "holds", label: <T id="gate-confirm-holds" /> },
            { value: "does_not_hold", label: <T id="gate-confirm-does-not-hold" /> },
          ]}
          value={says}
          onChange={setSays}
          testid="gate-confirm-says"
        />
      </Labelled>
      <Choice label="gate-confirm-by" required options={people} value={by} onChange={setBy} speaks="record" testid="gate-confirm-by" />
    </FormDialog>
  );
}

import { useState } from "react";
import type { ConditionStanding, GateStanding, Words } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { BilingualField, FormDialog } from "@/design";
import { Choice, Choices } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { isDay } from "@/design/reading";
import { usePartyOptions } from "@/features/party/options";

const BLANK: Words = { en: "", zh: "" };

/** Lets a condition through for a time: a reason, a last day, and somebody else who approves. */
export function WaiveDialog({ gate, condition, today, onClose }: { gate: GateStanding; condition: ConditionStanding; today: string; onClose: () => void }) {
  const command = useCommand("grant_waiver", { failures: "inline" });
  const { people } = usePartyOptions();
  const [reason, setReason] = useState(BLANK);
  const [measure, setMeasure] = useState(BLANK);
  const [asks, setAsks] = useState<string | null>(null);
  const [approve, setApprove] = useState<string[]>([]);
  const [expires, setExpires] = useState<string | null>(today);
  const submit = async () => {
    if (asks === null || expires === null || !isDay(expires)) return;
    const granted = await command.run({ gate: gate.record.id, condition: condition.key, reason, measure, requested_by: asks, approved_by: approve, expires });
    if (granted) onClose();
  };
  return (
    <FormDialog
      name="gate-waiver"
      title="gate-waive"
      intro="gate-waive-intro"
      onClose={onClose}
      save={{ label: "gate-waive-save", look: "primary", testid: "gate-waive-save", busy: command.busy, run: submit }}
      closeTestid="gate-waive-cancel"
      failure={command.failure}
      width={560}
      testid="gate-waive-dialog"
    >
      <BilingualField label="gate-waive-reason" required value={reason} rows={2} as="stacked" onChange={setReason} testid="gate-waive-reason" />
      <BilingualField label="gate-waive-measure" value={measure} rows={2} as="stacked" onChange={setMeasure} testid="gate-waive-measure" />
      <Choice label="gate-waive-requested-by" required options={people} value={asks} onChange={setAsks} speaks="record" testid="gate-waive-requested-by" />
      <Choices label="gate-waive-approved-by" required options={people} value={approve} onChange={setApprove} speaks="record" testid="gate-waive-approved-by" />
      <DateField label="gate-waive-expires" required sense="ahead" value={expires} onChange={setExpires} testid="gate-waive-expires" />
    </FormDialog>
  );
}

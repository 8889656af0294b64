import { useMemo, useState } from "react";
import type { TodayItem } from "@/api/generated/api";
import { useCommand } from "@/api/useCommand";
import { useQuery } from "@/api/useQuery";
import { FormDialog } from "@/design";
import { Choice } from "@/design/Choice";
import { DateField } from "@/design/DateField";
import { isDay } from "@/design/reading";
import { mainLanguage, type PlainId, useDisplay, words } from "@/i18n";
import { lineOf } from "./line";

interface Properties {
  item: TodayItem;
  onClose: () => void;
}

/** A day after today, some days on. */
function daysOn(days: number, from: string): string {
  const [year = 0, month = 1, day = 1] = from.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Puts the line off to a day. */
export function LaterDialog({ item, onClose }: Properties) {
  const command = useCommand("postpone_line", { failures: "inline" });
  const today = useToday();
  return (
    <DayDialog
      name="today-later" title="today-later-title" intro="today-later-hint" label="today-until" save="today-later" first={daysOn(7, today)}
      command={command} run={(until) => command.run({ line: lineOf(item), until })} onClose={onClose}
    />
  );
}

/** A risk was looked at: when is it looked at again? */
export function ReviewDialog({ item, onClose }: Properties) {
  const command = useCommand("finish_line", { failures: "inline" });
  const today = useToday();
  return (
    <DayDialog
      name="today-review" title="today-review-title" label="today-review-next" save="today-done" first={daysOn(30, today)}
      command={command} run={(next) => command.run({ line: lineOf(item), next })} onClose={onClose}
    />
  );
}

/** The workspace's day. */
function useToday(): string {
  const { view } = useQuery("workspace_status", {});
  return view?.open?.today ?? new Date().toISOString().slice(0, 10);
}

interface Asked {
  name: "today-later" | "today-review";
  title: PlainId;
  intro?: PlainId;
  label: PlainId;
  save: PlainId;
  first: string;
  command: { busy: boolean; failure: Parameters<typeof FormDialog>[0]["failure"] };
  run: (day: string) => Promise<unknown>;
  onClose: () => void;
}

function DayDialog({ name, title, intro, label, save, first, command, run, onClose }: Asked) {
  const [day, setDay] = useState<string | null>(first);
  const submit = async () => {
    if (day !== null && isDay(day) && (await run(day))) onClose();
  };
  return (
    <FormDialog
      name={name}
      title={title}
      {...(intro && { intro })}
      onClose={onClose}
      save={{ label: save, look: "primary", testid: `${name}-save`, busy: command.busy, run: submit }}
      closeTestid={`${name}-cancel`}
      failure={command.failure}
      width={420}
      testid={`${name}-dialog`}
    >
      <DateField label={label} required value={day} onChange={setDay} sense="ahead" testid={`${name}-day`} />
    </FormDialog>
  );
}

/** Gives it to another person. */
export function HandOverDialog({ item, onClose }: Properties) {
  const { view } = useQuery("list_parties", { project: item.project });
  const display = useDisplay();
  const [person, setPerson] = useState<string | null>(null);
  const command = useCommand("hand_over_line", { failures: "inline" });
  const people = useMemo(
    () => (view?.people ?? []).map(({ id, name }) => ({ value: id, label: words(name, mainLanguage(display)), search: `${name.en.words} ${name.zh.words}` })),
    [view, display],
  );
  const submit = async () => {
    if (person !== null && (await command.run({ line: lineOf(item), person }))) onClose();
  };
  return (
    <FormDialog
      name="today-hand-over"
      title="today-hand-over-title"
      onClose={onClose}
      save={{ label: "today-hand-over", look: "primary", testid: "today-hand-over-save", busy: command.busy, run: submit }}
      closeTestid="today-hand-over-cancel"
      failure={command.failure}
      width={420}
      testid="today-hand-over-dialog"
    >
      <Choice label="today-hand-over-to" options={people} value={person} onChange={setPerson} required speaks="record" testid="today-hand-over-person" />
    </FormDialog>
  );
}

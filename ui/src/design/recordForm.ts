// A form that one command saves: what the forms of records have in common.
import type { CommandName, Commands } from "@/api/generated/api";
import { type Command, useCommand } from "@/api/useCommand";
import { useMeanwhile, useTyping } from "./draft";

interface Given<N extends CommandName, V extends object> {
  command: N;
  /** Where what is typed is kept until it is saved. */
  place: string;
  /** What is recorded, as it is typed: plain data. */
  begin: () => V;
  /** What is asked of the command; undefined while something is missing that the form says. */
  ask: (typed: V) => Commands[N]["request"] | undefined;
  onSaved?: (view: Commands[N]["view"]) => void;
}

interface RecordForm<N extends CommandName, V extends object> extends ReturnType<typeof useTyping<V>> {
  save: Command<N>;
  submit: () => Promise<void>;
}

/** What is typed, its draft, and saving: the draft is given up once the command has answered, and not when it failed. */
export function useRecordForm<N extends CommandName, V extends object>({ command, place, begin, ask, onSaved }: Given<N, V>): RecordForm<N, V> {
  const typing = useTyping(place, begin);
  const save = useCommand(command, { failures: "inline" });
  useMeanwhile(save.failure, typing.goOn);
  const submit = async () => {
    const request = ask(typing.typed);
    if (!request) return;
    // What came meanwhile is merged, or named: nothing is written over unseen.
    const view = await save.run({ ...request, based_on: typing.basis });
    if (!view) return;
    typing.draft.settle();
    onSaved?.(view);
  };
  return { ...typing, save, submit };
}

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { call, tellFailure, type Toast } from "./call";
import type { CommandName, Commands, Failure, Progress } from "./generated/api";
import { asFailure } from "./host";
import { heardAct } from "./seen";
import { refresh } from "./useQuery";

export interface CommandOptions {
  /** `inline`: the caller shows `failure` where it happened; otherwise a notice says it. */
  failures?: "inline" | "notice";
  /** `quiet`: no undo toast, for acts whose effect is before the person's eyes. */
  toast?: Toast;
  /** `caller`: another record is before the person afterwards, and the caller forgets the old one altogether. */
  freshness?: "refresh" | "caller";
}

export interface Command<N extends CommandName> {
  /** The view, or undefined when the command failed. */
  run: (request: Commands[N]["request"]) => Promise<Commands[N]["view"] | undefined>;
  busy: boolean;
  progress: Progress | undefined;
  cancel: () => void;
  failure: Failure | undefined;
  forget: () => void;
}

/** Something a person can do: runs it, refreshes what it made stale, says why it failed. Notices hear of it by themselves. */
export function useCommand<N extends CommandName>(name: N, options: CommandOptions = {}): Command<N> {
  const memory = useQueryClient();
  const { failures = "notice", toast = "undo", freshness = "refresh" } = options;
  const [running, setRunning] = useState(0);
  const [progress, setProgress] = useState<Progress>();
  const [failure, setFailure] = useState<Failure>();
  const abort = useRef<AbortController>(undefined);

  const run = useCallback(
    async (request: Commands[N]["request"]) => {
      const controller = new AbortController();
      abort.current = controller;
      setRunning((count) => count + 1);
      setFailure(undefined);
      try {
        const answer = await call(name, request, { onProgress: setProgress, signal: controller.signal, toast });
        const shown = freshness === "refresh" ? refresh(memory, answer.stale) : Promise.resolve();
        if (answer.wrote) heardAct(answer.at, shown);
        return answer.view;
      } catch (thrown) {
        const failed = asFailure(thrown);
        if (failures === "inline") setFailure(failed);
        else if (failed.code !== "cancelled") tellFailure(failed);
        return undefined;
      } finally {
        setRunning((count) => count - 1);
        setProgress(undefined);
      }
    },
    [name, memory, failures, toast, freshness],
  );
  const cancel = useCallback(() => abort.current?.abort(), []);
  const forget = useCallback(() => setFailure(undefined), []);
  return { run, busy: running > 0, progress, cancel, failure, forget };
}

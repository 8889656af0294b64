import { COMMANDS, type CommandName, type Commands, type Failure, type Progress, type Topic, type Wrote } from "./generated/api";
import { asFailure, engine } from "./host";
import { heardAt } from "./seen";

export interface Answer<N extends CommandName> {
  view: Commands[N]["view"];
  stale: readonly Topic[];
  wrote: Wrote | null;
  /** The last entry of the workspace chain when it was answered. */
  at: number | null;
}

/** Whether an act is to be offered back: `quiet`, where its effect is before the person's eyes. */
export type Toast = "undo" | "quiet";

export interface CallOptions {
  onProgress?: (step: Progress) => void;
  /** Asks the engine to stop; the call then fails with `cancelled`. */
  signal?: AbortSignal;
  /** Handed to whoever hears of the act; `undo` where nothing is said. */
  toast?: Toast;
}

let ticket = 0;

const hearers = new Set<(wrote: Wrote, toast: Toast) => void>();

/** Tells of every act that this window writes, until the function it gives back is called. */
export function hearActs(hear: (wrote: Wrote, toast: Toast) => void): () => void {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}

const worriers = new Set<(failure: Failure) => void>();

/** Tells of every failure that is not shown where it happened, until the function it gives back is called. */
export function hearFailures(hear: (failure: Failure) => void): () => void {
  worriers.add(hear);
  return () => void worriers.delete(hear);
}

/** Says a failure to whoever shows those that have no place of their own. */
export function tellFailure(failure: Failure): void {
  for (const hear of worriers) hear(failure);
}

const losers = new Set<(failure: Failure) => void>();

/** Tells when the engine let go of the workspace because another program took its file's place. */
export function hearReplaced(hear: (failure: Failure) => void): () => void {
  losers.add(hear);
  return () => void losers.delete(hear);
}

/** Runs a command of the table. Throws a `Failure`. */
export async function call<N extends CommandName>(
  name: N,
  request: Commands[N]["request"],
  options: CallOptions = {},
): Promise<Answer<N>> {
  ticket = (ticket + 1) >>> 0;
  const mine = ticket;
  const stop = () => engine().cancel(mine);
  options.signal?.addEventListener("abort", stop);
  try {
    const reply = await engine().call(name, request, mine, (step) => options.onProgress?.(step));
    const { wrote } = reply;
    // What an act made stale is not shown yet: whoever asks for it again says when it is.
    const { kind } = COMMANDS[name];
    if (kind === "workspace" || (kind === "query" && reply.at)) heardAt(reply.at);
    if (wrote) for (const hear of hearers) hear(wrote, options.toast ?? "undo");
    return { view: reply.view as Commands[N]["view"], stale: reply.stale, wrote: reply.wrote ?? null, at: reply.at ?? null };
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.code === "replaced") for (const hear of losers) hear(failure);
    throw thrown;
  } finally {
    options.signal?.removeEventListener("abort", stop);
  }
}

/** Whether a query has to be asked again after these topics changed. */
export function isStale(name: CommandName, stale: readonly Topic[]): boolean {
  return COMMANDS[name].reads.some((topic) => stale.includes(topic));
}

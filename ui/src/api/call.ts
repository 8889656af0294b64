import { COMMANDS, type CommandName, type Commands, type Progress, type Topic, type Wrote } from "./generated/api";
import { engine } from "./host";

export interface Answer<N extends CommandName> {
  view: Commands[N]["view"];
  stale: readonly Topic[];
  wrote: Wrote | null;
}

export interface CallOptions {
  onProgress?: (step: Progress) => void;
  /** Asks the engine to stop; the call then fails with `cancelled`. */
  signal?: AbortSignal;
}

let ticket = 0;

const hearers = new Set<(wrote: Wrote) => void>();

/** Tells of every act that this window writes, until the function it gives back is called. */
export function hearActs(hear: (wrote: Wrote) => void): () => void {
  hearers.add(hear);
  return () => void hearers.delete(hear);
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
    if (wrote) for (const hear of hearers) hear(wrote);
    return { view: reply.view as Commands[N]["view"], stale: reply.stale, wrote: reply.wrote ?? null };
  } finally {
    options.signal?.removeEventListener("abort", stop);
  }
}

/** Whether a query has to be asked again after these topics changed. */
export function isStale(name: CommandName, stale: readonly Topic[]): boolean {
  return COMMANDS[name].reads.some((topic) => stale.includes(topic));
}

// Parts of the window that are loaded when they are first drawn or, all of them, once the first screen is there.
import { type ComponentType, lazy } from "react";

interface Loaded<P> {
  default: ComponentType<P>;
}

const rest: (() => Promise<unknown>)[] = [];

/** A part that was loaded before is drawn at once: what stands in for one that is not, React shows for 300 ms. */
export function lazily<P>(load: () => Promise<Loaded<P>>) {
  let loaded: Loaded<P> | undefined;
  const once = async () => (loaded ??= await load());
  const atHand = (module: Loaded<P>): PromiseLike<Loaded<P>> => ({ then: (done) => done?.(module) as never });
  rest.push(once);
  return { load: once, Part: lazy(() => (loaded ? (atHand(loaded) as Promise<Loaded<P>>) : once())) };
}

/** Loads every part, so that none has to be waited for. */
export function loadRest(): void {
  for (const load of rest) void load();
}

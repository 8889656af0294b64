// Up to which entry of the journal what this window shows is true: what a form is begun with was read there.
let seen: number | null = null;
/** Acts whose effect is not shown everywhere yet. */
let pending = 0;
let latest: number | null = null;

/** The last entry of the workspace chain that everything shown has heard of; null while no workspace is open. */
export const seenAt = (): number | null => seen;

/** An answer came that was true at this entry. */
export function heardAt(at: number | null | undefined): void {
  latest = at ?? null;
  if (pending === 0) seen = latest;
}

/** An act was written; what it made stale is asked for again until `shown` is settled. */
export function heardAct(at: number | null | undefined, shown: Promise<unknown>): void {
  pending += 1;
  latest = at ?? latest;
  const settled = () => {
    pending -= 1;
    if (pending === 0) seen = latest;
  };
  shown.then(settled, settled);
}

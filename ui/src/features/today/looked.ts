// When she last looked at Today while this workspace was open: by the last entry of the journal that was shown then.
import { seenAt } from "@/api/seen";

let looked: { file: string; at: number } | null = null;

/** The entry after which she has not looked; undefined on the first look of a sitting. */
export const lookedAt = (file: string | undefined): number | undefined => (looked?.file === file ? looked?.at : undefined);

/** She leaves Today. */
export function leftToday(file: string | undefined): void {
  const at = seenAt();
  if (file !== undefined && at !== null) looked = { file, at };
}

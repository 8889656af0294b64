import type { EntryLine } from "@/api/generated/api";
import type { Tone } from "@/design";

/** How each standing of an entry is coloured; its word goes with it. */
export const TONES: Record<EntryLine["standing"], Tone> = { stands: "plain", undone: "unknown", reversal: "blue", final: "jade" };

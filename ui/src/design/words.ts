import type { Text, Words } from "@/api/generated/api";

/** The words of a text without their states, as commands take them. */
export const wordsOf = (text: Text | null | undefined): Words => ({ en: text?.en.words ?? "", zh: text?.zh.words ?? "" });

/** A digest short enough to compare at a glance: its first and last four characters. */
export const brief = (digest: string): string => (digest.length > 12 ? `${digest.slice(0, 4)}…${digest.slice(-4)}` : digest);

/** A digest in groups of four, to be read aloud. */
export const groups = (digest: string): string => digest.match(/.{1,4}/g)?.join(" ") ?? digest;

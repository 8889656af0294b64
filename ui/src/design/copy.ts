import { notices } from "./notices";

/** Puts words on the clipboard and says so. Webviews without the newer interface still know the older one. */
export async function copy(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const field = document.createElement("textarea");
    field.value = words;
    document.body.append(field);
    field.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand("copy");
    field.remove();
  }
  notices.say("app-copied");
}

// The messages of both languages, read from the same files as the documents and the terminal.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Language } from "@/api/generated/api";

const EN = import.meta.glob<string>("../../../i18n/en/*.ftl", { query: "?raw", import: "default", eager: true });
const ZH = import.meta.glob<string>("../../../i18n/zh-CN/*.ftl", { query: "?raw", import: "default", eager: true });

function bundle(tag: string, files: Record<string, string>): FluentBundle {
  // The marks that isolate a variable's direction would be found in every copied text.
  const made = new FluentBundle(tag, { useIsolating: false });
  for (const text of Object.values(files)) made.addResource(new FluentResource(text));
  return made;
}

const BUNDLES: Record<Language, FluentBundle> = { en: bundle("en", EN), zh: bundle("zh-CN", ZH) };

/** What a message says in one language; undefined when there is no such message. */
export function say(language: Language, id: string, args: Record<string, FluentVariable>): string | undefined {
  const [name = id, attribute] = id.split(".");
  const message = BUNDLES[language].getMessage(name);
  const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
  if (!pattern) return undefined;
  return BUNDLES[language].formatPattern(pattern, args, []);
}

// The messages of both languages, read from the same files as the documents and the terminal.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Language } from "@/api/generated/api";

/** The entries of a file, parsed while building. */
type Entries = () => FluentResource["body"];

const FILES: Record<Language, Record<string, Entries>> = {
  en: import.meta.glob<Entries>("../../../i18n/en/*.ftl", { import: "default", eager: true }),
  zh: import.meta.glob<Entries>("../../../i18n/zh-CN/*.ftl", { import: "default", eager: true }),
};

const bundles: Partial<Record<Language, FluentBundle>> = {};

/** Made when the language is first spoken. */
function bundle(language: Language): FluentBundle {
  // The marks that isolate a variable's direction would be found in every copied text.
  const made = new FluentBundle(language === "zh" ? "zh-CN" : "en", { useIsolating: false });
  for (const entries of Object.values(FILES[language])) made.addResource(Object.assign(new FluentResource(""), { body: entries() }));
  return made;
}

/** What a message says in one language; undefined when there is no such message. */
export function say(language: Language, id: string, args: Record<string, FluentVariable>): string | undefined {
  const [name = id, attribute] = id.split(".");
  const spoken = (bundles[language] ??= bundle(language));
  const message = spoken.getMessage(name);
  const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
  if (!pattern) return undefined;
  return spoken.formatPattern(pattern, args, []);
}

// Pictures of the window, made by `cargo xtask shots`; a page whose picture was not made has none.
import type { Language } from "@/api/generated/api";

const FOUND = import.meta.glob<string>("./pictures/*/*.png", { query: "?url", import: "default", eager: true });

/** Where a picture lies, by its name and the language it shows. */
export const pictureAt = (name: string, language: Language): string | undefined => FOUND[`./pictures/${language}/${name}.png`];

/** Where pages are: English at the root, Italian under /it. */
import type { Language } from "../catalogue/catalogue.ts";

/** The address of a page in a language. `path` is the English one, such as "/" or "/lamps.html". */
export const pathIn = (language: Language, path: string): string => (language === "it" ? `/it${path}` : path);

/** The file behind an address: "/it/" is "/it/index.html". */
export const fileOf = (path: string): string => (path.endsWith("/") ? `${path}index.html` : path);

/** All that the shop says, in both languages. English gives the shape; Italian must fill it. */
import type { Language } from "../catalogue/catalogue.ts";
import en from "./en.json" with { type: "json" };
import it from "./it.json" with { type: "json" };

export type Texts = typeof en;

export const texts: Readonly<Record<Language, Texts>> = { en, it };

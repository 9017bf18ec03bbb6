/** Writes values into texts, and amounts the way each language does. */
import type { Language } from "../catalogue/catalogue.ts";

/** Puts values in a text: `fill("One {name} less", { name: "Nervi" })`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** An amount in whole or broken euros, as the language writes it: `€340`, `340 €`. */
export const money = (amount: number, language: Language): string =>
  new Intl.NumberFormat(language === "it" ? "it-IT" : "en-IE", {
    style: "currency",
    currency: "EUR",
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
  }).format(amount);

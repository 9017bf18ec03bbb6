/** The categories of vanilla-cookieconsent as answers to our purposes. */
import type { Purpose } from "@ghostlight/rules";

/** The purposes that each category of the site's own configuration stands for. */
export type Categories = Readonly<Record<string, Purpose | readonly Purpose[]>>;

/** Of `getUserPreferences()`: https://cookieconsent.orestbida.com/reference/api-reference.html#getuserpreferences */
export interface Preferences {
  readonly acceptedCategories: readonly string[];
  readonly rejectedCategories: readonly string[];
}

/**
 * A category without an entry in `categories` stands for the purpose of its own name. A purpose that several
 * categories stand for is granted by all of them together.
 */
export function answersOf(preferences: Preferences, categories: Categories): Record<Purpose, boolean> {
  const { acceptedCategories, rejectedCategories } = preferences;
  const purposesOf = (category: string): readonly Purpose[] =>
    [Object.hasOwn(categories, category) ? (categories[category] ?? []) : category].flat();
  const granted = acceptedCategories.flatMap(purposesOf).map((purpose) => [purpose, true] as const);
  const refused = rejectedCategories.flatMap(purposesOf).map((purpose) => [purpose, false] as const);
  return Object.fromEntries([...granted, ...refused]);
}

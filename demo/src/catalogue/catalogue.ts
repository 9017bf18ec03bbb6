/** The lamps that the shop sells: the one list that the pages, the pictures, the cart and the events read. */
import source from "./catalogue.json" with { type: "json" };

export const languages = ["en", "it"] as const;
export type Language = (typeof languages)[number];

export const categories = ["table", "floor", "pendant", "wall"] as const;
export type Category = (typeof categories)[number];

/** What is said about a lamp in one language. */
export interface ProductTexts {
  readonly kind: string;
  readonly line: string;
  readonly story: string;
  readonly materials: string;
  readonly size: string;
  readonly bulb: string;
  readonly alt: string;
}

export interface Product {
  readonly id: string;
  readonly sku: string;
  /** The name of its page and of its pictures. */
  readonly slug: string;
  readonly name: string;
  readonly category: Category;
  /** Whole euros, value added tax included. */
  readonly price: number;
  readonly texts: Readonly<Record<Language, ProductTexts>>;
}

const isCategory = (value: string): value is Category => categories.some((category) => category === value);

const productOf = (entry: (typeof source)[number]): Product => {
  const { category } = entry;
  if (!isCategory(category)) throw new Error(`${entry.slug}: there is no category ${category}`);
  return { ...entry, category };
};

/** All lamps, in the order of the list page. */
export const catalogue: readonly Product[] = source.map(productOf);

export const productById = (id: string): Product | undefined => catalogue.find((product) => product.id === id);

export const productBySlug = (slug: string): Product | undefined => catalogue.find((product) => product.slug === slug);

/** The address of a lamp's picture: lit at dusk, or off and by day. */
export const pictureOf = (product: Product, light: "lit" | "day" = "lit"): string =>
  `/img/${product.slug}${light === "lit" ? "" : "-day"}.svg`;

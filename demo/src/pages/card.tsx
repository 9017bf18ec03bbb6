/** One lamp in a list: picture, name, kind and price. */
import { pictureHeight, pictureWidth } from "../art/product-picture.tsx";
import { type Language, type Product, pictureOf } from "../catalogue/catalogue.ts";
import { pathOf } from "../events/commerce.ts";
import { money } from "../texts/format.ts";

interface CardProps {
  readonly product: Product;
  readonly language: Language;
  /** False for pictures that are in sight at once. */
  readonly lazy?: boolean;
  /** The rank of the name among the page's headings. */
  readonly heading?: "h2" | "h3";
}

export const Card = ({ product, language, lazy = true, heading: Heading = "h2" }: CardProps) => (
  <li class="card" data-category={product.category}>
    <img
      src={pictureOf(product)}
      width={pictureWidth}
      height={pictureHeight}
      alt={product.texts[language].alt}
      {...(lazy ? { loading: "lazy" as const } : {})}
    />
    <div class="card-words">
      <Heading class="card-name">
        <a href={pathOf(product, language)}>{product.name}</a>
      </Heading>
      <p class="card-price">{money(product.price, language)}</p>
      <p class="card-kind">{product.texts[language].kind}</p>
    </div>
  </li>
);

/** The page of one lamp, with a switch that turns the picture's lamp off and on. */
import { pictureHeight, pictureWidth } from "../art/product-picture.tsx";
import { mostOfOne } from "../cart/cart.ts";
import { catalogue, type Language, type Product, pictureOf } from "../catalogue/catalogue.ts";
import { fill, money } from "../texts/format.ts";
import { texts } from "../texts/texts.ts";
import { Card } from "./card.tsx";
import { Layout } from "./layout.tsx";
import { pathIn } from "./paths.ts";
import { Strip, StripTemplates } from "./strip.tsx";

interface ProductProps {
  readonly product: Product;
  readonly language: Language;
}

/** Three others, of the same category first. */
const othersOf = (product: Product): readonly Product[] => {
  const rest = catalogue.filter((other) => other !== product);
  const near = rest.filter((other) => other.category === product.category);
  return [...near, ...rest.filter((other) => other.category !== product.category)].slice(0, 4);
};

const Picture = ({ product, language }: ProductProps) => {
  const t = texts[language].product;
  const size = { width: pictureWidth, height: pictureHeight };
  return (
    <div class="stage" data-light="on">
      <img
        class="stage-lit"
        src={pictureOf(product)}
        {...size}
        alt={product.texts[language].alt}
        fetchpriority="high"
      />
      <img class="stage-day" src={pictureOf(product, "day")} {...size} alt="" />
      <button type="button" class="switch" data-switch data-on={t.on} data-off={t.off} hidden>
        <span class="switch-lever" aria-hidden="true" />
        <span data-switch-label>{t.off}</span>
      </button>
    </div>
  );
};

const Buy = ({ product, language }: ProductProps) => {
  const t = texts[language].product;
  return (
    <form class="buy" data-buy>
      <p class="price">{money(product.price, language)}</p>
      <p class="vat">{t.vat}</p>
      <div class="buy-row">
        <label class="quantity">
          <span>{t.quantity}</span>
          <select name="quantity">
            {Array.from({ length: mostOfOne }, (_, index) => (
              <option key={index + 1}>{index + 1}</option>
            ))}
          </select>
        </label>
        <button class="button" type="submit">
          {t.add}
        </button>
      </div>
      <p class="added" role="status">
        <span data-added={fill(t.added, { name: product.name })} />{" "}
        <a href={pathIn(language, "/cart.html")} data-added-link hidden>
          {t.toCart}
        </a>
      </p>
    </form>
  );
};

const Details = ({ product, language }: ProductProps) => {
  const t = texts[language].product;
  const { materials, size, bulb } = product.texts[language];
  const rows = [
    [t.materials, materials],
    [t.size, size],
    [t.bulb, bulb],
    [t.made, t.madeText],
  ];
  return (
    <section aria-labelledby="details">
      <h2 id="details" class="small-head">
        {t.details}
      </h2>
      <dl class="details">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

export const ProductPage = ({ product, language }: ProductProps) => {
  const t = texts[language];
  const own = product.texts[language];
  return (
    <Layout
      language={language}
      path={`/lamps/${product.slug}.html`}
      page="product"
      title={`${product.name}, ${own.kind} · Lanterna`}
      description={own.line}
      after={<StripTemplates language={language} />}
    >
      <Strip language={language} />
      <article class="section product" data-product={product.id}>
        <Picture product={product} language={language} />
        <div class="product-words">
          <nav class="trail" aria-label={t.product.trail}>
            <a href={pathIn(language, "/lamps.html")}>{t.shop.lamps}</a> /{" "}
            <a href={pathIn(language, `/lamps.html?category=${product.category}`)}>{t.categories[product.category]}</a>
          </nav>
          <h1>{product.name}</h1>
          <p class="product-kind">{own.kind}</p>
          <p class="lead">{own.line}</p>
          <Buy product={product} language={language} />
          <p class="story">{own.story}</p>
          <Details product={product} language={language} />
        </div>
      </article>
      <section class="section" aria-labelledby="others">
        <h2 id="others">{t.product.others}</h2>
        <ul class="cards">
          {othersOf(product).map((other) => (
            <Card key={other.id} product={other} language={language} heading="h3" />
          ))}
        </ul>
      </section>
    </Layout>
  );
};

/** Four lamps of the home page: what people stop in front of, or more of the kind that the visitor looks at. */
import {
  type Category,
  catalogue,
  categories,
  type Language,
  type Product,
  productBySlug,
} from "../catalogue/catalogue.ts";
import { texts } from "../texts/texts.ts";
import { Card } from "./card.tsx";
import { pathIn } from "./paths.ts";

const shown = 4;

const usual = ["nervi", "vernazza", "molo", "righi"].flatMap((slug) => productBySlug(slug) ?? []);

/** All of a category; the usual ones fill what is left, so that the section keeps its size. */
const lampsOf = (category: Category): readonly Product[] => {
  const own = catalogue.filter((product) => product.category === category);
  return [...own, ...usual.filter((product) => product.category !== category)].slice(0, shown);
};

interface ContentProps {
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  readonly all: string;
  readonly path: string;
  readonly lamps: readonly Product[];
}

const Content = ({ language, title, text, all, path, lamps }: ContentProps) => (
  <>
    <div class="section-head selection-head">
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <a class="quiet" href={pathIn(language, path)}>
        {all}
      </a>
    </div>
    <ul class="cards">
      {lamps.map((product) => (
        <Card key={product.id} product={product} language={language} heading="h3" />
      ))}
    </ul>
  </>
);

export const Selection = ({ language }: { readonly language: Language }) => {
  const t = texts[language].home;
  return (
    <section class="section" data-gl-slot="selection" aria-label={t.selectionLabel}>
      <Content
        language={language}
        title={t.selection}
        text={t.selectionText}
        all={t.all}
        path="/lamps.html"
        lamps={usual}
      />
    </section>
  );
};

export const SelectionTemplates = ({ language }: { readonly language: Language }) => {
  const t = texts[language].home;
  return (
    <>
      {categories.map((category) => (
        <template key={category} id={`selection-${category}`}>
          <Content
            language={language}
            title={t.more[category]}
            text={t.moreText}
            all={t.moreAll}
            path={`/lamps.html?category=${category}`}
            lamps={lampsOf(category)}
          />
        </template>
      ))}
    </>
  );
};

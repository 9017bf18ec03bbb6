/** The list of all lamps, with its filter. */
import { catalogue, categories, type Language } from "../catalogue/catalogue.ts";
import { fill } from "../texts/format.ts";
import { texts } from "../texts/texts.ts";
import { Card } from "./card.tsx";
import { Layout } from "./layout.tsx";
import { pathIn } from "./paths.ts";

export const Lamps = ({ language }: { readonly language: Language }) => {
  const t = texts[language];
  return (
    <Layout
      language={language}
      path="/lamps.html"
      page="list"
      title={t.titles.lamps}
      description={t.descriptions.lamps}
    >
      <div class="section page-head">
        <h1>{t.list.title}</h1>
        <p class="lead">{t.list.text}</p>
        <nav class="filter" aria-label={t.list.filter} data-filter>
          {(["all", ...categories] as const).map((category) => (
            <a
              key={category}
              href={pathIn(language, `/lamps.html${category === "all" ? "" : `?category=${category}`}`)}
              data-category={category}
              {...(category === "all" ? { "aria-current": "true" as const } : {})}
            >
              {t.categories[category]}
            </a>
          ))}
        </nav>
        <p class="unseen" role="status" data-count={t.list.count}>
          {fill(t.list.count, { n: catalogue.length })}
        </p>
      </div>
      <ul class="section cards cards-all" data-list>
        {catalogue.map((product, index) => (
          <Card key={product.id} product={product} language={language} lazy={index > 3} />
        ))}
      </ul>
    </Layout>
  );
};

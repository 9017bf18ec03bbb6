/** The home page. */
import { sceneHeight, sceneWidth } from "../art/scenes/frame.tsx";
import {
  type Category,
  catalogue,
  categories,
  type Language,
  pictureOf,
  productBySlug,
} from "../catalogue/catalogue.ts";
import { texts } from "../texts/texts.ts";
import { Layout } from "./layout.tsx";
import { pathIn } from "./paths.ts";
import { Selection, SelectionTemplates } from "./selection.tsx";
import { Welcome, WelcomeTemplates } from "./welcome.tsx";

/** The lamp that stands for its category. */
const faces: Readonly<Record<Category, string>> = {
  table: "albaro",
  floor: "castelletto",
  pendant: "riccio",
  wall: "levante",
};

const Rooms = ({ language }: { readonly language: Language }) => {
  const t = texts[language];
  return (
    <section class="section rooms" aria-labelledby="rooms">
      <h2 id="rooms">{t.home.rooms}</h2>
      <ul class="rooms-list">
        {categories.map((category) => {
          const face = productBySlug(faces[category]);
          return (
            <li key={category} class="room">
              {face && <img src={pictureOf(face)} width="800" height="1000" alt="" loading="lazy" />}
              <a href={pathIn(language, `/lamps.html?category=${category}`)}>
                {t.categories[category]}
                <span class="room-count">{catalogue.filter((product) => product.category === category).length}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

export const Home = ({ language }: { readonly language: Language }) => {
  const t = texts[language];
  return (
    <Layout
      language={language}
      path="/"
      page="home"
      title={t.titles.home}
      description={t.descriptions.home}
      after={
        <>
          <WelcomeTemplates language={language} />
          <SelectionTemplates language={language} />
        </>
      }
    >
      <Welcome language={language} />
      <Selection language={language} />
      <section class="workshop" aria-labelledby="workshop">
        <img src="/img/scene-workshop.svg" width={sceneWidth} height={sceneHeight} alt={t.about.alt} loading="lazy" />
        <div class="workshop-words">
          <h2 id="workshop">{t.home.workshopTitle}</h2>
          <p>{t.home.workshopText}</p>
          <p>
            <a class="quiet" href={pathIn(language, "/about.html")}>
              {t.home.workshopAction}
            </a>
          </p>
        </div>
      </section>
      <Rooms language={language} />
      <section class="section promises" aria-label={t.shop.delivery}>
        {t.home.promises.map(({ title, text }) => (
          <div key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        ))}
      </section>
    </Layout>
  );
};

/** The pages that only say something: thanks, the workshop, privacy. */
import { sceneHeight, sceneWidth } from "../art/scenes/frame.tsx";
import type { Language } from "../catalogue/catalogue.ts";
import { texts } from "../texts/texts.ts";
import { Layout } from "./layout.tsx";
import { Letter } from "./letter.tsx";
import { pathIn } from "./paths.ts";

interface PageProps {
  readonly language: Language;
}

export const Thanks = ({ language }: PageProps) => {
  const t = texts[language];
  return (
    <Layout
      language={language}
      path="/thanks.html"
      page="thanks"
      title={t.titles.thanks}
      description={t.descriptions.other}
    >
      <div class="thanks">
        <img src="/img/scene-evening.svg" width={sceneWidth} height={sceneHeight} alt="" />
        <div class="thanks-words">
          <h1>{t.thanks.title}</h1>
          <p>{t.thanks.text}</p>
          <p class="order" data-order hidden>
            {t.thanks.number} <strong data-order-number />
          </p>
          <p data-order-none>{t.thanks.none}</p>
          <p class="actions">
            <a class="button" href={pathIn(language, "/")}>
              {t.thanks.home}
            </a>
            <button
              type="button"
              class="button-line"
              data-order-again
              data-checkout={pathIn(language, "/checkout.html")}
              hidden
            >
              {t.thanks.again}
            </button>
            <a class="quiet" href={pathIn(language, "/about.html#care")}>
              {t.thanks.care}
            </a>
          </p>
        </div>
      </div>
    </Layout>
  );
};

export const About = ({ language }: PageProps) => {
  const t = texts[language];
  return (
    <Layout
      language={language}
      path="/about.html"
      page="about"
      title={t.titles.about}
      description={t.descriptions.about}
      after={
        <template id="bench-hero">
          <p>{t.about.bench.hero}</p>
        </template>
      }
    >
      <div class="section page-head">
        <h1>{t.about.title}</h1>
        <p class="lead">{t.about.lead}</p>
      </div>
      <img class="wide" src="/img/scene-workshop.svg" width={sceneWidth} height={sceneHeight} alt={t.about.alt} />
      <div class="section parts">
        {t.about.parts.map(({ title, text }) => (
          <section key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </section>
        ))}
      </div>
      <section class="section care" id="care" aria-labelledby="care-title">
        <h2 id="care-title">{t.about.careTitle}</h2>
        <ul>
          {t.about.care.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section class="section care" id="bench" aria-labelledby="bench-title">
        <h2 id="bench-title">{t.about.bench.title}</h2>
        <div class="bench" data-gl-slot="bench">
          <p>{t.about.bench.default}</p>
        </div>
      </section>
      <Letter language={language} />
    </Layout>
  );
};

export const Privacy = ({ language }: PageProps) => {
  const t = texts[language].privacy;
  return (
    <Layout
      language={language}
      path="/privacy.html"
      page="privacy"
      title={texts[language].titles.privacy}
      description={texts[language].descriptions.privacy}
    >
      <div class="section prose">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <h2>{t.storesTitle}</h2>
        <ul class="stores">
          {t.stores.map(({ what, when, why }) => (
            <li key={what}>
              <p class="stores-what">{what}</p>
              <p>
                <strong>{t.when}.</strong> {when}.
              </p>
              <p>
                <strong>{t.why}.</strong> {why}
              </p>
            </li>
          ))}
        </ul>
        <h2>{t.formTitle}</h2>
        <p>{t.form}</p>
        <h2>{t.changeTitle}</h2>
        <p>{t.change}</p>
        <p>
          <button type="button" class="button" data-ghostlight="preferences">
            {texts[language].footer.choices}
          </button>
        </p>
        <h2>{t.noneTitle}</h2>
        <p>{t.none}</p>
      </div>
    </Layout>
  );
};

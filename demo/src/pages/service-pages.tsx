/** The pages about what one may rely on: returns and cancellation, and what delivery costs. */
import { mostOfOne } from "../cart/cart.ts";
import { catalogue, type Language } from "../catalogue/catalogue.ts";
import { texts } from "../texts/texts.ts";
import { Layout } from "./layout.tsx";
import { pathIn } from "./paths.ts";

interface PageProps {
  readonly language: Language;
}

export const Returns = ({ language }: PageProps) => {
  const t = texts[language].returns;
  return (
    <Layout
      language={language}
      path="/returns.html"
      page="returns"
      title={texts[language].titles.returns}
      description={t.lead}
      after={
        <template id="returns-churn">
          <p>{t.helpChurn}</p>
        </template>
      }
    >
      <div class="section page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      <div class="section parts parts-close">
        {t.steps.map(({ title, text }) => (
          <section key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </section>
        ))}
      </div>
      <div class="section care">
        <div class="notice returns-help" data-gl-slot="returns">
          <p>{t.helpDefault}</p>
        </div>
        <p class="actions">
          <a class="quiet" href={pathIn(language, "/delivery.html")}>
            {t.delivery}
          </a>
        </p>
      </div>
    </Layout>
  );
};

export const DeliveryPage = ({ language }: PageProps) => {
  const t = texts[language].estimate;
  return (
    <Layout
      language={language}
      path="/delivery.html"
      page="delivery"
      title={texts[language].titles.delivery}
      description={t.lead}
    >
      <div class="section prose">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <form class="estimate" data-estimate>
          <div class="field">
            <label for="lamp">{t.lamp}</label>
            <select id="lamp" name="lamp">
              {catalogue.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="count">{t.count}</label>
            <select id="count" name="count">
              {Array.from({ length: mostOfOne }, (_, index) => (
                <option key={index + 1}>{index + 1}</option>
              ))}
            </select>
          </div>
          <button type="submit" class="button">
            {t.submit}
          </button>
        </form>
        <p class="estimate-says" role="status" data-estimate-says={t.result} data-free={texts[language].cart.free} />
        <p>
          <a class="quiet" href={pathIn(language, "/returns.html")}>
            {t.returns}
          </a>
        </p>
      </div>
    </Layout>
  );
};

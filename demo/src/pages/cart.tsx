/** The cart page: empty and full are both there, the client shows the one that is true. */
import type { Language } from "../catalogue/catalogue.ts";
import { texts } from "../texts/texts.ts";
import { Layout } from "./layout.tsx";
import { pathIn } from "./paths.ts";
import { Strip, StripTemplates } from "./strip.tsx";
import { Summary } from "./summary.tsx";

/** One line of the cart, to be cloned. `{name}` in labels is filled in by the client. */
const LineTemplate = ({ language }: { readonly language: Language }) => {
  const t = texts[language].cart;
  return (
    <template id="cart-line">
      <li class="line">
        <img data-line="picture" width="800" height="1000" alt="" />
        <div class="line-words">
          <h2 class="line-name">
            <a data-line="link" href={pathIn(language, "/lamps.html")}>
              Lanterna
            </a>
          </h2>
          <p data-line="kind" />
          <div class="line-tools">
            <div class="stepper">
              <button type="button" data-line="less" aria-label={t.less}>
                −
              </button>
              <span data-line="quantity" />
              <button type="button" data-line="more" aria-label={t.more}>
                +
              </button>
            </div>
            <button type="button" class="plain" data-line="remove" aria-label={t.removeNamed}>
              {t.remove}
            </button>
          </div>
        </div>
        <p class="line-price" data-line="price" />
      </li>
    </template>
  );
};

const CodeForm = ({ language }: { readonly language: Language }) => {
  const t = texts[language].cart;
  return (
    <form class="code" data-code>
      <label for="code">
        {t.code} <span class="hint">{t.codeHint}</span>
      </label>
      <div class="code-row">
        <input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck={false} />
        <button type="submit" class="button-line">
          {t.codeApply}
        </button>
      </div>
      <p role="status" data-code-says data-good={t.codeGood} data-bad={t.codeBad} />
    </form>
  );
};

export const CartPage = ({ language }: { readonly language: Language }) => {
  const t = texts[language];
  return (
    <Layout
      language={language}
      path="/cart.html"
      page="cart"
      title={t.titles.cart}
      description={t.descriptions.other}
      after={
        <>
          <StripTemplates language={language} onCart />
          <LineTemplate language={language} />
        </>
      }
    >
      <Strip language={language} />
      <div class="section cart">
        <h1 tabindex={-1}>{t.cart.title}</h1>
        <p class="unseen" role="status" data-cart-says data-removed={t.cart.removed} />
        <noscript>
          <p class="lead">{t.cart.script}</p>
        </noscript>
        <div data-cart-empty hidden>
          <p class="lead">{t.cart.empty}</p>
          <p>
            <a class="button" href={pathIn(language, "/lamps.html")}>
              {t.cart.emptyAction}
            </a>
          </p>
        </div>
        <div class="cart-columns" data-cart-full hidden>
          <ul class="lines" aria-label={t.cart.lines} data-cart-lines />
          <Summary language={language}>
            <CodeForm language={language} />
            <p class="summary-actions">
              <a class="button" href={pathIn(language, "/checkout.html")}>
                {t.cart.checkout}
              </a>
              <a class="quiet" href={pathIn(language, "/lamps.html")}>
                {t.cart.keep}
              </a>
            </p>
          </Summary>
        </div>
      </div>
    </Layout>
  );
};

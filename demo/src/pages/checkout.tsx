/** The checkout: a form that stays in the page, and says so. */
import type { Language } from "../catalogue/catalogue.ts";
import { texts } from "../texts/texts.ts";
import { Layout } from "./layout.tsx";
import { pathIn } from "./paths.ts";
import { Summary } from "./summary.tsx";

type FieldName = "name" | "email" | "street" | "postcode" | "city";

interface FieldProps {
  readonly name: FieldName;
  readonly language: Language;
  readonly autocomplete: "name" | "email" | "street-address" | "postal-code" | "address-level2";
  readonly type?: "text" | "email";
  readonly hint?: string;
}

/** A labelled field that carries its own messages, in the page's language. */
const Field = ({ name, language, autocomplete, type = "text", hint }: FieldProps) => {
  const t = texts[language].checkout;
  const input = {
    id: name,
    name,
    autocomplete,
    required: true,
    "aria-describedby": hint ? `${name}-hint ${name}-error` : `${name}-error`,
    "data-missing": t.missing[name],
    "data-invalid": name === "email" || name === "postcode" ? t.invalid[name] : t.missing[name],
    "data-sample": t.sampleValues[name],
  };
  return (
    <div class={`field field-${name}`}>
      <label for={name}>{t[name]}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {type === "email" ? <input {...input} type="email" /> : <input {...input} type="text" />}
      <p class="error" id={`${name}-error`} data-error-of={name} />
    </div>
  );
};

const Form = ({ language }: { readonly language: Language }) => {
  const t = texts[language].checkout;
  return (
    <form class="checkout-form" data-checkout novalidate>
      <p class="notice">{t.notice}</p>
      <p>
        <button type="button" class="button-line" data-sample-fill>
          {t.sample}
        </button>
      </p>
      <fieldset>
        <legend>{t.contact}</legend>
        <Field name="name" language={language} autocomplete="name" />
        <Field name="email" language={language} autocomplete="email" type="email" hint={t.emailHint} />
      </fieldset>
      <fieldset class="address">
        <legend>{t.address}</legend>
        <Field name="street" language={language} autocomplete="street-address" />
        <Field name="postcode" language={language} autocomplete="postal-code" />
        <Field name="city" language={language} autocomplete="address-level2" />
        <div class="field field-country">
          <label for="country">{t.country}</label>
          <select id="country" name="country" autocomplete="country">
            {Object.entries(t.countries).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </fieldset>
      <p class="checkout-actions">
        <button type="submit" class="button">
          {t.place}
        </button>
        <a class="quiet" href={pathIn(language, "/cart.html")}>
          {t.back}
        </a>
      </p>
    </form>
  );
};

export const CheckoutPage = ({ language }: { readonly language: Language }) => {
  const t = texts[language];
  return (
    <Layout
      language={language}
      path="/checkout.html"
      page="checkout"
      title={t.titles.checkout}
      description={t.descriptions.other}
      after={
        <template id="checkout-line">
          <li>
            <span data-line="name" /> <span data-line="price" />
          </li>
        </template>
      }
    >
      <div class="section checkout">
        <h1>{t.checkout.title}</h1>
        <noscript>
          <p class="lead">{t.cart.script}</p>
        </noscript>
        <div data-cart-empty hidden>
          <p class="lead">{t.checkout.empty}</p>
          <p>
            <a class="button" href={pathIn(language, "/lamps.html")}>
              {t.cart.emptyAction}
            </a>
          </p>
        </div>
        <div class="cart-columns" data-cart-full data-thanks={pathIn(language, "/thanks.html")} hidden>
          <Form language={language} />
          <Summary language={language}>
            <ul class="summary-lines" aria-label={t.cart.lines} data-cart-lines />
          </Summary>
        </div>
      </div>
    </Layout>
  );
};

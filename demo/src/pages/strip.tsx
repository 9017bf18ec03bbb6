/** The thin line under the header of product and cart pages: what to know about delivery, or what fits the visitor's stage. */
import { freeDeliveryCode } from "../cart/cart.ts";
import type { Language } from "../catalogue/catalogue.ts";
import { texts } from "../texts/texts.ts";
import { pathIn } from "./paths.ts";

export const Strip = ({ language }: { readonly language: Language }) => (
  <div class="strip" data-gl-slot="strip">
    <p>{texts[language].strip.default}</p>
  </div>
);

interface TemplateProps {
  readonly language: Language;
  /** On the cart page the link uses the code there and then. */
  readonly onCart?: boolean;
}

export const StripTemplates = ({ language, onCart = false }: TemplateProps) => {
  const t = texts[language].strip;
  return (
    <>
      <template id="strip-waiting">
        <p class="strip-waiting">
          {t.waiting}{" "}
          <a href={pathIn(language, `/cart.html?code=${freeDeliveryCode}`)}>{onCart ? t.checkout : t.action}</a>
        </p>
      </template>
      <template id="strip-lost">
        <p>{t.lost}</p>
      </template>
      <template id="strip-buyers">
        <p>{t.buyers}</p>
      </template>
    </>
  );
};

/** The money of a cart, line by line; the client fills in the amounts. */
import type { ComponentChildren } from "preact";
import type { Language } from "../catalogue/catalogue.ts";
import { texts } from "../texts/texts.ts";

interface SummaryProps {
  readonly language: Language;
  readonly children?: ComponentChildren;
}

export const Summary = ({ language, children }: SummaryProps) => {
  const t = texts[language].cart;
  return (
    <section class="summary" aria-labelledby="summary">
      <h2 id="summary" class="small-head">
        {t.summary}
      </h2>
      <dl class="sums">
        <div>
          <dt>{t.goods}</dt>
          <dd data-sum="goods" />
        </div>
        <div>
          <dt>{t.delivery}</dt>
          <dd data-sum="delivery" data-free={t.free} />
        </div>
        <div class="sum-total">
          <dt>{t.total}</dt>
          <dd data-sum="total" />
        </div>
        <div class="sum-tax">
          <dt>{t.tax}</dt>
          <dd data-sum="tax" />
        </div>
      </dl>
      {children}
    </section>
  );
};

/** A question and settings that the shop draws itself: Ghostlight only keeps the answers here. */
import type { Language } from "../catalogue/catalogue.ts";
import { texts } from "../texts/texts.ts";
import { Layout } from "./layout.tsx";

const purposes = ["functional", "analytics", "personalization"] as const;

/** What an owner writes, and all of it. */
const code = `<script src="/g/shop.js" data-banner="none"></script>

ghostlight.push(["on", "consent", draw]);
ghostlight.consent.get(); // { chosen, purposes, … }
ghostlight.consent.set({ analytics: true });
ghostlight.consent.reset();`;

const Banner = ({ language }: { readonly language: Language }) => {
  const t = texts[language].headless;
  return (
    <section class="own-banner" aria-labelledby="own-banner-title" data-own-banner hidden>
      <div class="own-banner-words">
        <h2 id="own-banner-title">{t.question}</h2>
        <p>{t.questionText}</p>
      </div>
      <div class="own-banner-answers">
        <button type="button" data-own-answer="no">
          {t.refuse}
        </button>
        <button type="button" data-own-answer="yes">
          {t.allow}
        </button>
        <a class="quiet" href="#own-settings">
          {t.choose}
        </a>
      </div>
      <button type="button" class="own-banner-close" aria-label={t.close} data-own-answer="no">
        <span aria-hidden="true">×</span>
      </button>
    </section>
  );
};

const Settings = ({ language }: { readonly language: Language }) => {
  const t = texts[language].headless;
  return (
    <form class="own-settings" id="own-settings" tabindex={-1} aria-labelledby="own-settings-title" data-own-settings>
      <h2 id="own-settings-title">{t.settings}</h2>
      {purposes.map((purpose) => (
        <label key={purpose} class="own-purpose">
          <span class="own-purpose-words">
            <span class="own-purpose-name">{t.purposes[purpose].name}</span>
            <span class="hint">{t.purposes[purpose].text}</span>
          </span>
          <input type="checkbox" name={purpose} data-own-purpose />
        </label>
      ))}
      <p class="own-actions">
        <button type="submit">{t.save}</button>
        <button type="button" data-own-forget>
          {t.forget}
        </button>
      </p>
      <p class="own-state" role="status" data-own-state data-asking={t.asking} data-none={t.none} data-some={t.some} />
    </form>
  );
};

export const Headless = ({ language }: { readonly language: Language }) => {
  const t = texts[language].headless;
  return (
    <Layout
      language={language}
      path="/headless/"
      page="headless"
      title={texts[language].titles.headless}
      description={texts[language].descriptions.headless}
      ownBanner
      after={<Banner language={language} />}
    >
      <div class="section page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      <div class="section own">
        <Settings language={language} />
        <section class="own-code" aria-labelledby="own-code-title">
          <h2 id="own-code-title">{t.codeTitle}</h2>
          <p>{t.codeText}</p>
          <pre>
            <code>{code}</code>
          </pre>
        </section>
      </div>
    </Layout>
  );
};

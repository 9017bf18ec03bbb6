/** A form to ask for letters, on the page about the workshop. What is typed stays in the page. */
import type { Language } from "../catalogue/catalogue.ts";
import { texts } from "../texts/texts.ts";

export const Letter = ({ language }: { readonly language: Language }) => {
  const t = texts[language].letter;
  return (
    <section class="section care" aria-labelledby="letter">
      <h2 id="letter">{t.title}</h2>
      <p class="lead">{t.text}</p>
      <form class="estimate" data-letter novalidate>
        <div class="field">
          <label for="letter-email">{t.email}</label>
          <input
            id="letter-email"
            name="email"
            type="email"
            autocomplete="email"
            required
            aria-describedby="letter-says"
            data-missing={t.missing}
            data-invalid={t.invalid}
          />
        </div>
        <button type="submit" class="button">
          {t.submit}
        </button>
      </form>
      <p class="estimate-says" id="letter-says" role="status" data-letter-says={t.done} />
    </section>
  );
};

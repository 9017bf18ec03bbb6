/** A style sheet of all that Ghostlight shows: every state in a frame of its own, live, under one set of choices. */
import type { Language } from "../catalogue/catalogue.ts";
import states from "../gallery/states.json" with { type: "json" };
import { fill } from "../texts/format.ts";
import { texts } from "../texts/texts.ts";
import { Layout } from "./layout.tsx";

interface PickProps {
  readonly name: string;
  readonly label: string;
  readonly options: Readonly<Record<string, string>>;
  readonly value: string;
}

const Pick = ({ name, label, options, value }: PickProps) => (
  <label class="field">
    <span>{label}</span>
    <select name={name} autocomplete="off">
      {Object.entries(options).map(([id, text]) => (
        <option key={id} value={id} selected={id === value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

const layers = [...new Set(states.map(({ layer }) => layer))];

export const Gallery = ({ language }: { readonly language: Language }) => {
  const t = texts[language].gallery;
  const nameOf = (layer: string): string => new Map(Object.entries(t.layers)).get(layer) ?? layer;
  const stateOf = (id: string): string => new Map(Object.entries(t.states)).get(id) ?? id;
  return (
    <Layout
      language={language}
      path="/gallery/"
      page="gallery"
      title={texts[language].titles.gallery}
      description={texts[language].descriptions.gallery}
    >
      <div class="section page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <form class="gallery-filter" aria-label={t.filter} data-gallery-filter>
          <Pick name="layer" label={t.layer} options={t.layers} value="all" />
          <Pick name="regime" label={t.regime} options={t.regimes} value="opt-in" />
          <Pick name="theme" label={t.theme} options={t.themes} value="light" />
          <Pick name="language" label={t.language} options={t.languages} value={language} />
          <Pick name="width" label={t.width} options={t.widths} value="768" />
        </form>
        <p class="hint gallery-count" role="status" data-count={t.count}>
          {fill(t.count, { n: states.length })}
        </p>
      </div>
      <div class="section gallery" data-gallery data-width="768" data-theme="light">
        {layers.map((layer) => (
          <section key={layer} class="gallery-part" data-layer={layer} aria-labelledby={`part-${layer}`}>
            <h2 id={`part-${layer}`}>{nameOf(layer)}</h2>
            <ul>
              {states
                .filter((state) => state.layer === layer)
                .map(({ id }) => (
                  <li key={id}>
                    <figure>
                      <div class="gallery-frame">
                        <iframe title={`${nameOf(layer)}: ${stateOf(id)}`} loading="lazy" data-state={id} />
                      </div>
                      <figcaption>
                        {stateOf(id)} <code>{id}</code>
                      </figcaption>
                    </figure>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Layout>
  );
};

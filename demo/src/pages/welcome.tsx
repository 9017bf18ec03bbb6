/** The greeting of the home page: one shape, a content for each stage. All but one wait in templates until somebody fits them. */
import { sceneHeight, sceneWidth } from "../art/scenes/frame.tsx";
import { freeDeliveryCode } from "../cart/cart.ts";
import type { Language } from "../catalogue/catalogue.ts";
import { texts } from "../texts/texts.ts";
import { pathIn } from "./paths.ts";

interface Greeting {
  readonly scene: string;
  readonly action: string;
  readonly second: string;
}

const greetings = {
  default: { scene: "room", action: "/lamps.html", second: "/about.html" },
  new: { scene: "workshop", action: "/about.html", second: "/lamps.html" },
  lead: { scene: "shelf", action: "/lamps.html?category=table", second: "/lamps.html" },
  waiting: { scene: "facade", action: `/cart.html?code=${freeDeliveryCode}`, second: "/lamps.html" },
  "waiting-lead": { scene: "shelf", action: "/lamps.html", second: "/delivery.html" },
  "waiting-order": { scene: "evening", action: "/about.html#care", second: "/returns.html" },
  occasional: { scene: "evening", action: "/about.html#care", second: "/lamps.html" },
  repeat: { scene: "room", action: "/lamps.html", second: "/about.html#care" },
  hero: { scene: "workshop", action: "/about.html#bench", second: "/lamps.html" },
  "at-risk": { scene: "facade", action: "/about.html#care", second: "/lamps.html" },
  lost: { scene: "quay", action: "/lamps.html", second: "/about.html" },
} satisfies Record<string, Greeting>;

type GreetingName = keyof typeof greetings;

const Content = ({ name, language }: { readonly name: GreetingName; readonly language: Language }) => {
  const t = texts[language].welcome[name];
  const { scene, action, second } = greetings[name];
  return (
    <div class={`greeting greeting-${name}`}>
      <img
        class="greeting-scene"
        src={`/img/scene-${scene}.svg`}
        width={sceneWidth}
        height={sceneHeight}
        alt=""
        {...(name === "default" ? { fetchpriority: "high" as const } : {})}
      />
      <div class="greeting-words">
        <p class="eyebrow">{t.eyebrow}</p>
        <h1>{t.title}</h1>
        <p class="greeting-text">{t.text}</p>
        <p class="actions">
          <a class="button" href={pathIn(language, action)}>
            {t.action}
          </a>
          <a class="quiet" href={pathIn(language, second)}>
            {t.second}
          </a>
        </p>
      </div>
    </div>
  );
};

export const Welcome = ({ language }: { readonly language: Language }) => (
  <section class="welcome" data-gl-slot="welcome" aria-label={texts[language].welcome.label}>
    <Content name="default" language={language} />
  </section>
);

const isOther = (name: string): name is Exclude<GreetingName, "default"> => name !== "default" && name in greetings;

/** Those that wait for somebody. */
export const stageGreetings = Object.keys(greetings).filter(isOther);

export const WelcomeTemplates = ({ language }: { readonly language: Language }) => (
  <>
    {stageGreetings.map((name) => (
      <template key={name} id={`welcome-${name}`}>
        <Content name={name} language={language} />
      </template>
    ))}
  </>
);

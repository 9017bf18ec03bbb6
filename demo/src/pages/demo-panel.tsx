/** The panel for whoever tries the demo: what Ghostlight knows, what was agreed to, and a clock to let time pass. */
import type { Language } from "../catalogue/catalogue.ts";
import { texts } from "../texts/texts.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** How far each button moves the clock, in ms. */
const steps = { minutes: 30 * minute, week: 7 * day, month: 30 * day, two: 60 * day, four: 120 * day } as const;

/** In the order in which somebody may walk through them. */
const stages = ["new", "lead", "waiting", "occasional", "repeat", "hero", "at_risk", "lost"] as const;
const purposes = ["personalization", "analytics"] as const;
const stepNames = ["minutes", "week", "month", "two", "four"] as const;

interface DemoPanelProps {
  readonly language: Language;
  /** Where the page draws its own choices. Default: it does not, and Ghostlight's are opened. */
  readonly choices?: string;
}

const StagePart = ({ language }: { readonly language: Language }) => {
  const t = texts[language].panel;
  return (
    <>
      <h3>{t.stageTitle}</h3>
      <div aria-live="polite">
        <p data-stage-unknown>{t.unknown}</p>
        <ol class="demo-stages" data-stage-known hidden>
          {stages.map((stage) => (
            <li key={stage} data-stage={stage}>
              <strong>{t.stages[stage].name}</strong> <span class="demo-here">{t.now}</span>
              <span class="demo-next">{t.stages[stage].text}</span>
            </li>
          ))}
        </ol>
      </div>
      <p data-since data-text={t.since} hidden />
      <p data-next data-text={t.next} hidden />
      <p class="demo-mark" data-ghost hidden>
        {t.ghost}
      </p>
      <p data-known hidden>
        {t.known}
      </p>
      <details class="demo-why">
        <summary>{t.whyTitle}</summary>
        <p data-why-none>{t.whyNone}</p>
        <ul data-why data-words={JSON.stringify(t.why)} />
      </details>
      <h3>{t.segmentsTitle}</h3>
      <p data-segments-none>{t.noSegments}</p>
      <ul class="demo-segments" data-segments data-words={JSON.stringify(t.segments)} data-text={t.since} />
    </>
  );
};

export const DemoPanel = ({ language, choices }: DemoPanelProps) => {
  const t = texts[language].panel;
  return (
    <aside class="demo" aria-label={t.label} data-demo hidden>
      <button type="button" class="demo-tab" aria-expanded="false" aria-controls="demo-panel" data-demo-tab>
        {t.open}
      </button>
      <div id="demo-panel" class="demo-panel" hidden>
        <h2>{t.title}</h2>
        <p>{t.intro}</p>
        <p class="demo-missing" data-demo-missing hidden>
          {t.missing}
        </p>

        <StagePart language={language} />

        <h3>{t.clockTitle}</h3>
        <p>{t.clockText}</p>
        <p class="demo-clock" aria-live="polite">
          <span>{t.shows}</span> <time data-clock-shows />
        </p>
        <div class="demo-steps">
          {stepNames.map((step) => (
            <button key={step} type="button" data-clock-add={steps[step]}>
              {t.steps[step]}
            </button>
          ))}
          <button type="button" class="demo-wide" data-clock-reset>
            {t.reset}
          </button>
        </div>

        <h3>{t.consentTitle}</h3>
        <dl class="demo-purposes">
          {purposes.map((purpose) => (
            <div key={purpose} data-purpose-state={purpose} data-granted="false">
              <dt>{t.purposes[purpose].name}</dt>
              <dd class="demo-yes">{t.purposes[purpose].yes}</dd>
              <dd class="demo-no">{t.purposes[purpose].no}</dd>
            </div>
          ))}
        </dl>
        {choices ? (
          <a href={choices}>{t.change}</a>
        ) : (
          <button type="button" data-ghostlight="preferences">
            {t.change}
          </button>
        )}

        <h3>{t.startTitle}</h3>
        <p>{t.startText}</p>
        <button type="button" class="demo-wide" data-start-over>
          {t.start}
        </button>
      </div>
    </aside>
  );
};

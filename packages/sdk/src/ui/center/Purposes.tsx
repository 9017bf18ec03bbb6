/** What the site wants to do, each purpose with its switch and with the services behind it. */
import type { CenterTexts, ServiceText } from "@ghostlight/rules";
import type { JSX } from "preact";
import { Switch } from "./Switch.tsx";
import type { View } from "./view.ts";

export function Purposes({ part: { texts, purposes }, answers, answer }: View): JSX.Element {
  return (
    <section>
      <h3>{texts.purposes}</h3>
      <ul>
        {purposes.map(({ id, name, text, services }) => (
          <li key={id} class="item">
            {id === "necessary" ? (
              <>
                <p class="line">
                  {name} <span class="always">{texts.alwaysOn}</span>
                </p>
                <p>{text}</p>
              </>
            ) : (
              <Switch {...{ name, text, id: `purpose-${id}` }} on={!!answers[id]} set={(on) => answer(id, on)} />
            )}
            {services.length > 0 && (
              <details>
                <summary>
                  {texts.services} ({services.length})
                </summary>
                {services.map((service) => (
                  <Service key={service.id} {...{ service, texts }} />
                ))}
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Service({ service, texts }: { readonly service: ServiceText; readonly texts: CenterTexts }): JSX.Element {
  const { name, text, provider, privacy, hosts, traces } = service;
  return (
    <div class="service">
      <h4>{name}</h4>
      <p>{text}</p>
      <dl>
        <Fact name={texts.provider} values={provider ? [provider] : []} />
        <Fact name={texts.hosts} values={hosts} />
        <Fact
          name={texts.traces}
          values={traces.map((trace) => (
            <>
              <code>{trace.name}</code> {texts[trace.kind]}, {trace.life || texts.session}
            </>
          ))}
        />
      </dl>
      {privacy && <a href={privacy}>{texts.privacy?.replace("{service}", () => name)}</a>}
    </div>
  );
}

interface FactProps {
  readonly name: string | undefined;
  /** Nothing is shown where there is none. */
  readonly values: readonly (string | JSX.Element)[];
}

function Fact({ name, values }: FactProps): JSX.Element | null {
  if (!values.length) return null;
  return (
    <div>
      <dt>{name}</dt>
      {values.map((value) => (
        <dd>{value}</dd>
      ))}
    </div>
  );
}

/** What the site wants to do, each purpose with its switch and with the services behind it. */
import type { ServiceText } from "@ghostlight/rules";
import type { JSX } from "preact";
import { Switch } from "./Switch.tsx";
import type { View } from "./view.ts";

export function Purposes(view: View): JSX.Element {
  const { answers, answer } = view;
  const { texts, purposes } = view.part;
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
              <Switch
                {...{ name, text, id: `purpose-${id}`, note: countOn(view, !!answers[id], services) }}
                on={!!answers[id]}
                set={(on) => answer(id, on)}
              />
            )}
            {services.length > 0 && (
              <details>
                <summary>
                  {texts.services} ({services.length})
                </summary>
                {services.map((service) => (
                  <Service key={service.id} {...{ service, view }} />
                ))}
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many of a purpose's switches are on, where not all of them are as the purpose is. */
function countOn({ part, services }: View, yes: boolean, of: readonly ServiceText[]): string | undefined {
  const answers = of.flatMap(({ id }) => (part.switches.includes(id) ? !!services[id] : []));
  if (answers.every((one) => one === yes)) return undefined;
  const on = answers.filter(Boolean).length;
  return part.texts.someOn?.replace("{on}", `${on}`).replace("{all}", `${answers.length}`);
}

function Service({ service, view }: { readonly service: ServiceText; readonly view: View }): JSX.Element {
  const { id, name, text, provider, privacy, hosts, traces } = service;
  const { part, services, answerService } = view;
  const { texts } = part;
  return (
    <div class="service">
      {part.switches.includes(id) ? (
        <Switch {...{ name, text, id: `service-${id}` }} on={!!services[id]} set={(on) => answerService(id, on)} />
      ) : (
        <>
          <h4>{name}</h4>
          <p>{text}</p>
        </>
      )}
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

/** Purposes, their services, and what each of these keeps in the browser; headings and lists that need no style. */
import type { CenterPart, ServiceText } from "@ghostlight/rules";
import type { JSX } from "preact";

export function Declaration({ language, direction, purposes, texts }: CenterPart): JSX.Element {
  const service = ({ id, name, text, provider, privacy, traces }: ServiceText) => (
    <li key={id}>
      <strong>{name}</strong> {text}
      {provider && ` ${texts.provider} ${provider}.`}{" "}
      {privacy && <a href={privacy}>{texts.privacy?.replace("{service}", () => name)}</a>}
      {traces.length > 0 && (
        <ul>
          {traces.map(({ kind, name, life }) => (
            <li key={kind + name}>
              <code>{name}</code> {texts[kind]}, {life || texts.session}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
  return (
    <div lang={language} dir={direction}>
      {purposes.map(({ id, name, text, services }) => (
        <section key={id}>
          <h3>{name}</h3>
          <p>{text}</p>
          {services.length > 0 && <ul>{services.map(service)}</ul>}
        </section>
      ))}
    </div>
  );
}

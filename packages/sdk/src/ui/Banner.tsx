/** The first layer's text and buttons: plain nodes in the page's own tree, where every tool can read and press them. */
import type { BannerPart } from "@ghostlight/rules";
import type { JSX } from "preact";

export interface BannerProps {
  readonly part: BannerPart;
  /** What was answered before; undefined: nothing. */
  readonly answered: boolean | undefined;
  readonly answer: (yes: boolean) => void;
}

/** Ids that the dialog's label and description point to. */
export const TITLE_ID = "ghostlight-title";
export const BODY_ID = "ghostlight-body";

export function Banner({ part, answered, answer }: BannerProps): JSX.Element {
  const { texts, purposes, policy } = part;
  return (
    <>
      <h2 slot="title" id={TITLE_ID} tabIndex={-1}>
        {texts.title}
      </h2>
      <p slot="body" id={BODY_ID}>
        {texts.body}
      </p>
      <p slot="list-title">{texts.list}</p>
      {purposes.map(({ id, name, text, services }) => (
        <li key={id} slot="list">
          <strong style={{ fontWeight: 600 }}>{name}</strong> {text}
          {services.length > 0 && ` (${services.join(", ")})`}
        </li>
      ))}
      <p slot="always">{texts.always}</p>
      {answered !== undefined && <p slot="now">{answered ? texts.accepted : texts.refused}</p>}
      {policy && (
        <a slot="policy" href={policy}>
          {texts.policy}
        </a>
      )}
      <button slot="actions" type="button" onClick={() => answer(false)}>
        {texts.refuse}
      </button>
      <button slot="actions" type="button" onClick={() => answer(true)}>
        {texts.accept}
      </button>
    </>
  );
}

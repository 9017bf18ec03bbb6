/** The first layer's text and buttons: plain nodes in the page's own tree, where every tool can read and press them. */
import type { BannerPart } from "@ghostlight/rules";
import type { JSX } from "preact";

export interface BannerProps {
  readonly part: BannerPart;
  /** What was answered before; undefined: nothing. */
  readonly answered: boolean | undefined;
  readonly gpc: boolean;
  /** Whether the purposes are unfolded. */
  readonly open: boolean;
  readonly toggle: () => void;
  readonly answer: (yes: boolean) => void;
  readonly choose: () => void;
  readonly close: () => void;
}

/** Ids that the dialog's label and description point to. */
export const TITLE_ID = "ghostlight-title";
export const BODY_ID = "ghostlight-body";

/** In the order of the frame, which is also the order of Tab. */
export function Banner({ part, answered, gpc, open, toggle, answer, choose, close }: BannerProps): JSX.Element {
  const { regime, texts, purposes, policy } = part;
  // Not by Intl.ListFormat, whose first use takes 20 ms: it would be the longest part of all this.
  const names = purposes.map(({ name }) => name).join(", ");
  const action = (text: string, yes: boolean) => (
    <button slot="actions" type="button" onClick={() => answer(yes)}>
      {text}
    </button>
  );
  return (
    <>
      <h2 slot="title" id={TITLE_ID} tabIndex={-1}>
        {texts.title}
      </h2>
      <button slot="close" type="button" aria-label={texts.close} onClick={close} />
      {answered !== undefined && <p slot="now">{answered ? texts.accepted : texts.refused}</p>}
      {gpc && <p slot="gpc">{texts.gpc}</p>}
      <p slot="body" id={BODY_ID}>
        {texts.body}
      </p>
      <button slot="more" type="button" aria-expanded={open} onClick={toggle}>
        {texts.list}
      </button>
      <p slot="names">{names}</p>
      {/* Not before somebody wants to see them: a third of all nodes. */}
      {open &&
        purposes.map(({ id, name, text, services }) => (
          <li key={id} slot="list">
            <strong style="font-weight: 600 !important; color: var(--ink) !important">{name}</strong> {text}
            {services.length > 0 && ` (${services.join(", ")})`}
          </li>
        ))}
      <p slot="always">{texts.always}</p>
      {regime === "notice" ? (
        action(texts.understood, true)
      ) : (
        <>
          {action(texts.refuse, false)}
          {action(texts.accept, true)}
        </>
      )}
      <button slot="choose" type="button" onClick={choose}>
        {texts.choose}
      </button>
      {policy && (
        <a slot="policy" href={policy}>
          {texts.policy}
        </a>
      )}
    </>
  );
}

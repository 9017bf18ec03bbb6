/** The center's title and main buttons: plain nodes in the page's own tree, where every tool can read and press them. */
import type { JSX } from "preact";
import type { View } from "./view.ts";

/** Id that the dialog's label points to. */
export const CENTER_TITLE_ID = "ghostlight-center-title";

export function Slotted({ part: { texts }, save, close }: View): JSX.Element {
  return (
    <>
      <h2 slot="title" id={CENTER_TITLE_ID} tabIndex={-1}>
        {texts.title}
      </h2>
      <button slot="close" type="button" aria-label={texts.close} onClick={close} />
      <button slot="actions" type="button" onClick={() => save(false)}>
        {texts.refuseAll}
      </button>
      <button slot="actions" type="button" onClick={() => save(true)}>
        {texts.acceptAll}
      </button>
      <button slot="save" type="button" onClick={() => save()}>
        {texts.save}
      </button>
    </>
  );
}

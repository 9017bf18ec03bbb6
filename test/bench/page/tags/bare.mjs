// @ts-check
/**
 * The least that a page does for somebody who agreed: the calls of the browser alone, once each, as deferred as they can be.
 * No rules, no consent, no second tab, no failure: what any tool spends on top of this is its own.
 */
import { fill, open, send, viewOfPage, within } from "./calls.mjs";

/** Fills the slots as the last page left them, keeps a page view, sends it, and lets go of it once it has arrived. */
export async function visit() {
  fill();
  new BroadcastChannel("bare").onmessage = () => undefined;
  const database = await open("bare");
  const view = viewOfPage();
  await within(database, (values) => values.put(view, view.id));
  if (await send([view])) await within(database, (values) => values.delete(view.id));
}

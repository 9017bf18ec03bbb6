/** Sets the page up for a file of tests, as if none had run in it before. */
import { sweepCookies } from "./page.ts";

// What jsdom and Node lend each other by mistake: a channel of Node's reaches every test in the process, with events that are none of jsdom's.
Reflect.deleteProperty(globalThis, "BroadcastChannel");

if ("document" in globalThis) {
  sweepCookies();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, "", "/");
  document.head.replaceChildren();
  document.body.replaceChildren();
  for (const element of [document.documentElement, document.body]) {
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
  }
}

// @ts-check
/**
 * The least that a page does for somebody who agreed: the calls of the browser alone, once each, as deferred as they can be.
 * No rules, no consent, no second tab, no failure: what any tool spends on top of this is its own.
 */

const DATABASE = "bare";
const EVENTS = "events";

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @param {IDBDatabase} database @param {(events: IDBObjectStore) => unknown} change */
const within = (database, change) =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction(EVENTS, "readwrite");
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
    change(transaction.objectStore(EVENTS));
  });

/** Fills the slots as the last page left them, keeps a page view, sends it, and lets go of it once it has arrived. */
export async function visit() {
  // biome-ignore lint/suspicious/noDocumentCookie: as the tools that it stands beside.
  if (!document.cookie.includes("bare=1")) document.cookie = "bare=1; Max-Age=86400";
  const slots = localStorage.getItem("bare-slots") ?? '{"note":"shipping-note","shelf":"shelf-outdoor"}';
  localStorage.setItem("bare-slots", slots);
  for (const [slot, id] of Object.entries(JSON.parse(slots))) {
    const template = document.getElementById(id);
    const place = document.querySelector(`[data-gl-slot="${slot}"]`);
    if (template instanceof HTMLTemplateElement) place?.replaceChildren(template.content.cloneNode(true));
  }
  new BroadcastChannel(DATABASE).onmessage = () => undefined;
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(EVENTS);
  const database = await settled(opening);
  const view = { e: "pv", id: crypto.randomUUID(), at: Date.now(), url: location.href, title: document.title };
  await within(database, (events) => events.put(view, view.id));
  const body = JSON.stringify({ data: [view] });
  const { ok } = await fetch("/com.snowplowanalytics.snowplow/tp2", { method: "POST", keepalive: true, body });
  if (ok) await within(database, (events) => events.delete(view.id));
}

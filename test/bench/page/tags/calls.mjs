// @ts-check
/** The browser's own calls that pages by hand are made of, as promises. */

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const OBJECTS = "values";

/** @param {string} name @returns {Promise<IDBDatabase>} */
export function open(name) {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(OBJECTS);
  return settled(opening);
}

/** Resolves once it is on the device. @param {IDBDatabase} database @param {(values: IDBObjectStore) => unknown} change */
export function within(database, change) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(OBJECTS, "readwrite");
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
    change(transaction.objectStore(OBJECTS));
  });
}

/** Keeps the choice in a cookie, and fills the slots as the last page left them. */
export function fill() {
  // biome-ignore lint/suspicious/noDocumentCookie: as the tools that it stands beside.
  if (!document.cookie.includes("bare=1")) document.cookie = "bare=1; Max-Age=86400";
  const slots = localStorage.getItem("bare-slots") ?? '{"note":"shipping-note","shelf":"shelf-outdoor"}';
  localStorage.setItem("bare-slots", slots);
  for (const [slot, id] of Object.entries(JSON.parse(slots))) {
    const template = document.getElementById(id);
    const place = document.querySelector(`[data-gl-slot="${slot}"]`);
    if (template instanceof HTMLTemplateElement) place?.replaceChildren(template.content.cloneNode(true));
  }
}

/** What is told of this page. */
export const viewOfPage = () => ({
  e: "pv",
  id: crypto.randomUUID(),
  at: Date.now(),
  url: location.href,
  title: document.title,
});

/** Resolves with whether it arrived. @param {readonly unknown[]} data @param {RequestInit} [options] @returns {Promise<boolean>} */
export async function send(data, options) {
  const body = JSON.stringify({ data });
  const how = { method: "POST", keepalive: true, body, ...options };
  const answer = await fetch("/com.snowplowanalytics.snowplow/tp2", how);
  await answer.text();
  return answer.ok;
}

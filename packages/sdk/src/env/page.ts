/** The page around us: what it is, and when it comes and goes. */

/** As `context.page` of a Segment message: https://segment.com/docs/connections/spec/common/#context-fields-automatically-collected */
export interface PageContext {
  readonly path: string;
  readonly referrer: string;
  readonly search: string;
  readonly title: string;
  readonly url: string;
}

export function readPage(): PageContext {
  const { pathname, search, href } = location;
  return {
    path: pathname,
    referrer: document.referrer,
    search,
    title: document.title,
    url: href.split("#")[0] ?? href,
  };
}

/**
 * Languages that the visitor may read, the page's own first; that is empty where the page does not tell. One by one: to
 * ask for the browser's takes 2 ms of a slow phone, and most pages tell.
 */
export function* readLanguages(): Iterable<string> {
  yield document.documentElement.lang;
  yield* navigator.languages;
}

/**
 * The page is made before anybody asked for it, and may never be seen: https://wicg.github.io/nav-speculation/prerendering.html
 * In Chromium it is seen 3 ms before it is told that it is no longer made ahead.
 */
export const isAhead = (): boolean | undefined =>
  document.hidden && (document as { readonly prerendering?: boolean }).prerendering;

/** Runs once the document's text is parsed, at once if it is. Comes before deferred scripts run. */
export function onParsed(run: () => void): void {
  if (document.readyState !== "loading") run();
  else document.addEventListener("readystatechange", run, { once: true });
}

/** `hidden` is the last event that a page on a phone can count on: https://developer.chrome.com/docs/web-platform/page-lifecycle-api */
export function onHidden(run: () => void): void {
  onVisibility("hidden", run);
  addEventListener("pagehide", run);
}

/** The page is looked at, first where it was made ahead, or again, from another tab or from the back-forward cache. */
export function onShown(run: () => void): void {
  onVisibility("visible", run);
  addEventListener("pageshow", (event) => event.persisted && run());
}

function onVisibility(state: DocumentVisibilityState, run: () => void): void {
  document.addEventListener("visibilitychange", () => document.visibilityState === state && run());
}

/** Clicks on elements that carry `data-ghostlight="name"`, or lie in one, also in open shadow trees and when added later. */
export function onOpener(name: string, run: () => void): void {
  document.addEventListener("click", (event) => {
    // Calls nothing: the fields of a form can stand in for its methods.
    const opens = (node: EventTarget): boolean => (node as HTMLElement).dataset?.ghostlight === name;
    if (!event.composedPath().some(opens)) return;
    event.preventDefault();
    run();
  });
}

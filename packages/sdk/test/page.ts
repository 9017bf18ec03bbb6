/** Plays the browser around the code under test: hides and shows the page, and sweeps it between tests. */
import { vi } from "vitest";

/** Listeners, observers and timers that are added to the page from here on are gone when the returned function is called. */
export function collectListeners(): () => void {
  const gone = new AbortController();
  const spies = [document, window].map((target) => {
    const add = target.addEventListener.bind(target);
    return vi.spyOn(target, "addEventListener").mockImplementation((type, listener, options) => {
      const given = typeof options === "object" ? options : {};
      if (listener) add(type, listener, { ...given, signal: gone.signal });
    });
  });
  const observed = vi.spyOn(MutationObserver.prototype, "observe");
  // Fake ones end with their clock.
  const timers = vi.isFakeTimers() ? undefined : vi.spyOn(globalThis, "setTimeout");
  return () => {
    for (const { value } of timers?.mock.results ?? []) clearTimeout(value);
    timers?.mockRestore();
    for (const observer of observed.mock.contexts as MutationObserver[]) observer.disconnect();
    for (const spy of [...spies, observed]) spy.mockRestore();
    gone.abort();
  };
}

/** The visitor goes to another tab. */
export function hidePage(): void {
  turn("hidden");
}

/** The visitor comes back. */
export function showPage(): void {
  turn("visible");
}

/** The page comes out of the back-forward cache. */
export function restorePage(): void {
  dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
}

function turn(state: DocumentVisibilityState): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
}

export function sweepCookies(): void {
  for (const pair of document.cookie.split("; ")) {
    // biome-ignore lint/suspicious/noDocumentCookie: as the code under test.
    document.cookie = `${pair.split("=")[0]}=; Path=/; Max-Age=0`;
  }
}

/** Takes the place of the page's cookies; undefined gives them back. */
export function replaceCookies(access: { get: () => string; set: (text: string) => void } | undefined): void {
  if (access) Object.defineProperty(document, "cookie", { ...access, configurable: true });
  else Reflect.deleteProperty(document, "cookie");
}

/** The real ones, also under fake timers. */
const soon = setImmediate;
const late = setTimeout;

/** Promises that are ready to go on, do; also those that wait for the fake IndexedDB. */
export async function settle(rounds = 30): Promise<void> {
  for (let round = 0; round < rounds; round++) await new Promise((resolve) => soon(resolve));
}

/** The same, once the page has had the time in which what is new on it is noticed. */
export async function notice(): Promise<void> {
  await new Promise((resolve) => late(resolve, 80));
  await settle();
}

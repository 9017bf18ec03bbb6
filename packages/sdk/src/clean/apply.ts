/** Clears what withdrawn services left in this browser, as far as a page can. */
import type { CleanPart, Trace } from "@ghostlight/rules";
import type { Reporter } from "../env/report.ts";
import { cookieDomains, cookiePaths, isNamed } from "./match.ts";

type Note = Reporter["note"];
type Kind = Trace["kind"];

/** Clears the traces of one kind whose names are meant; returns the names of those that stay. */
type Clear = (isMeant: IsMeant, patterns: readonly string[]) => readonly string[] | Promise<readonly string[]>;

type IsMeant = (name: string) => boolean;

const CLEAR: Readonly<Record<Kind, Clear>> = {
  cookie: clearCookies,
  localStorage: (isMeant) => clearStorage(localStorage, isMeant),
  sessionStorage: (isMeant) => clearStorage(sessionStorage, isMeant),
  indexedDB: clearDatabases,
  cache: clearCaches,
};

/**
 * Touches only what a service in `gone` leaves and none in `allowed` does, by their ids; one in both was given again
 * meanwhile. Resolves when all is done; never rejects.
 * Notes `trace-left` for each that is still there: cookies of other hosts or paths, databases in use.
 * What a page cannot see, such as HttpOnly cookies, it can neither clear nor note.
 */
export async function cleanTraces(
  { traces }: CleanPart,
  gone: readonly string[],
  allowed: readonly string[],
  note: Note,
): Promise<void> {
  const patternsOf = (ids: readonly string[], wanted: string): readonly string[] =>
    ids.flatMap((id) => traces[id] ?? []).flatMap(({ kind, name }) => (kind === wanted ? name : []));
  const clear = async ([kind, run]: [string, Clear]): Promise<void> => {
    const [patterns, kept] = [patternsOf(gone, kind), patternsOf(allowed, kind)];
    if (!patterns.length) return;
    const isMeant = (name: string): boolean => isNamed(name, patterns) && !isNamed(name, kept);
    try {
      for (const name of await run(isMeant, patterns)) note("trace-left", `${kind} ${name}`);
    } catch (error) {
      note("trace-left", error);
    }
  };
  await Promise.all(Object.entries(CLEAR).map(clear));
}

function readNames(isMeant: IsMeant): readonly string[] {
  const names = document.cookie.split("; ").map((pair) => pair.split("=")[0] ?? "");
  return [...new Set(names)].filter((name) => name && isMeant(name));
}

function clearCookies(isMeant: IsMeant): readonly string[] {
  // A cookie is removed by one of the same domain and path; in a secure page also by its partition.
  const flags = location.protocol === "https:" ? ["; Secure", "; Secure; Partitioned"] : [""];
  for (const name of readNames(isMeant)) {
    for (const domain of cookieDomains(location.hostname)) {
      for (const path of cookiePaths(location.pathname)) {
        for (const flag of flags) {
          const place = `Path=${path}${domain && `; Domain=${domain}`}`;
          // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser.
          document.cookie = `${name}=; Max-Age=0; ${place}${flag}`;
        }
      }
    }
  }
  return readNames(isMeant);
}

function clearStorage(storage: Storage, isMeant: IsMeant): readonly string[] {
  const named = (): string[] => Object.keys(storage).filter(isMeant);
  for (const name of named()) storage.removeItem(name);
  return named();
}

async function clearDatabases(isMeant: IsMeant, patterns: readonly string[]): Promise<readonly string[]> {
  // Where a browser cannot list them, those without a star are known by their names.
  const listed = (await indexedDB.databases?.().catch(() => undefined))?.map(({ name }) => name ?? "");
  const names = (listed ?? patterns.filter((name) => !name.includes("*"))).filter(isMeant);
  const left = names.map(async (name) => ((await deleteDatabase(name)) ? [] : [name]));
  return (await Promise.all(left)).flat();
}

/** Deleting one that is not there does nothing. `blocked`: it goes when its last user closes it. */
function deleteDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(true);
    request.onerror = request.onblocked = () => resolve(false);
  });
}

async function clearCaches(isMeant: IsMeant): Promise<readonly string[]> {
  // Not there in a page that came without encryption.
  if (typeof caches === "undefined") return [];
  const named = (await caches.keys()).filter(isMeant);
  const done = await Promise.all(named.map((name) => caches.delete(name)));
  return named.filter((_, at) => !done[at]);
}

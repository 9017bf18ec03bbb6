/** What can be left out of a site file, one at a time, and what goes with it. */
import { checkSite, type Site } from "@ghostlight/rules/site";

/** A site without one thing. */
export interface Lean {
  /** The place of what was left out, such as `services` or `services.maps`. */
  readonly path: string;
  /** The places of what cannot be without it, and was left out too. */
  readonly along: readonly string[];
  readonly site: Site;
}

/** What makes it a site at all. Languages are told apart from this: only one of them travels. */
const ESSENTIAL = ["$schema", "site", "origins", "languages"];

type File = Readonly<Record<string, unknown>>;

/** Places of all that can be left out: each key of the file, and each entry of those that hold several. */
export function placesOf(site: Site): readonly string[] {
  return Object.entries(site)
    .filter(([key]) => !ESSENTIAL.includes(key))
    .flatMap(([key, value]) => {
      const entries = entriesOf(value).map((entry) => `${key}.${entry}`);
      // All of one is that one.
      return entries.length === 1 ? entries : [key, ...entries];
    });
}

/** Undefined where that makes no difference, or no site. */
export function without(site: Site, path: string): Lean | undefined {
  let file = drop(site, path);
  const along: string[] = [];
  for (;;) {
    const checked = checkSite(file);
    if (checked.ok) {
      return JSON.stringify(checked.site) === JSON.stringify(site) ? undefined : { path, along, site: checked.site };
    }
    // A fault names its place: what is there reads what was left out.
    const reader = checked.issues.map((issue) => entryAt(issue.path)).find((place) => has(file, place));
    if (reader === undefined || isEssential(reader)) return undefined;
    along.push(reader);
    file = drop(file, reader);
  }
}

const isEssential = (place: string): boolean => ESSENTIAL.includes(place.split(".")[0] ?? "");

/** The entry that a place within it belongs to: `experiences.hello` of `experiences.hello.if.segment`. */
const entryAt = (place: string): string => place.split(".").slice(0, 2).join(".");

function entriesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string");
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function has(file: File, path: string): boolean {
  const [key = "", entry] = path.split(".");
  const value = Object.hasOwn(file, key) ? file[key] : undefined;
  return value !== undefined && (entry === undefined || entriesOf(value).includes(entry));
}

function drop(file: File, path: string): File {
  const [key = "", entry] = path.split(".");
  const value = file[key];
  const rest = (keep: (name: string) => boolean): unknown =>
    Array.isArray(value)
      ? value.filter(keep)
      : Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => keep(name)));
  return Object.fromEntries(
    Object.entries(file).flatMap(([name, kept]) => {
      if (name !== key) return [[name, kept]];
      return entry === undefined ? [] : [[name, rest((one) => one !== entry)]];
    }),
  );
}

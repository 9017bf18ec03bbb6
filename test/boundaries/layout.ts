/** Where things are allowed to be: the packages, the order of the folders, and the files that may touch the outside. */

/** What each package of ours may import of ours, by the name it is imported under. */
export const PACKAGES: Readonly<Record<string, { name: string; may: readonly string[] }>> = {
  "packages/rules/": { name: "@ghostlight/rules", may: [] },
  "packages/sdk/": { name: "ghostlight", may: ["@ghostlight/rules"] },
  "packages/edge/": { name: "@ghostlight/edge", may: ["@ghostlight/rules", "@ghostlight/rules/site"] },
  "demo/": { name: "@ghostlight/demo", may: [] },
};

/** Libraries that only some files may import; the others would carry their weight or their effects along. */
export const LIBRARIES: Readonly<Record<string, { where: string; may: RegExp }>> = {
  valibot: { where: "packages/rules/src/site and packages/edge", may: /^packages\/(rules\/src\/site|edge)\// },
  preact: { where: "packages/sdk/src/ui and demo", may: /^(packages\/sdk\/src\/ui|demo)\// },
  "idb-keyval": {
    where: "files named store.ts and env/ of packages/sdk",
    may: /^packages\/sdk\/src\/(.*\/)?(env\/.*|store\.tsx?)$/,
  },
};

export const SDK = "packages/sdk/src/";
export const RULES = "packages/rules/src/";

/** The places of the sdk, each importing only those to its left. */
export const ORDER: readonly string[] = [
  "env",
  "adapters",
  "consent",
  "signals",
  "preferences",
  "blocking",
  "collect",
  "ghost",
  "segments",
  "personalize",
  "api",
  "profile",
  "engine",
  "intake",
  "layers",
  "gate",
  "create",
  "index",
];

/** What each place of the sdk may import, beside itself. */
export const SDK_MAY: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(ORDER.map((place, at) => [place, ORDER.slice(0, at)])),
  layers: [...ORDER.slice(0, ORDER.indexOf("layers")), "ui"],
  gate: [...ORDER.slice(0, ORDER.indexOf("gate")), "ui"],
  create: [...ORDER.slice(0, ORDER.indexOf("create")), "ui"],
  index: [...ORDER.slice(0, ORDER.indexOf("index")), "ui", "clean", "debug"],
  ui: ["env", "consent"],
  clean: ["env", "consent"],
  debug: [...ORDER, "ui"],
  tag: [...ORDER, "ui", "clean", "debug"],
};

/** The package's folder of a path, as in {@link PACKAGES}. */
export function packageOf(path: string): string | undefined {
  return Object.keys(PACKAGES).find((folder) => path.startsWith(folder));
}

export function isTest(path: string): boolean {
  return /\.(test|test-d|spec)\.[a-z]+$/.test(path);
}

/** Whether a file runs in a package or the demo: neither a test nor a tool's configuration. */
export function isSource(path: string): boolean {
  return !isTest(path) && !/\.config\.[a-z]+$/.test(path);
}

/** The place of the sdk that a path belongs to, or `undefined` outside the sdk. `segments/match.ts` is in `segments`. */
export function placeOf(path: string): string | undefined {
  if (!path.startsWith(SDK)) return undefined;
  const [first = "", rest] = path.slice(SDK.length).split("/");
  return rest === undefined ? first.replace(/(\.test)?\.[a-z]+$/, "") : first;
}

/** `window.ts` only declares what a page holds under our name. */
const EFFECTS = /(^|\/)((store|mount)\.tsx?|(transport|watch|apply|window)\.ts)$/;

/** Whether a file may not touch the browser, clocks, chance or the console. */
export function isPure(path: string): boolean {
  if (!/\.tsx?$/.test(path) || path.endsWith(".d.ts") || isTest(path)) return false;
  if (path.startsWith(RULES)) return true;
  return path.startsWith(SDK) && !/^(.*\/)?(env|tag)\//.test(path.slice(SDK.length)) && !EFFECTS.test(path);
}

/** Path of a relative import, from the repository's root. */
export function resolveRelative(from: string, specifier: string): string {
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

export function isRelative(specifier: string): boolean {
  return specifier.startsWith("./") || specifier.startsWith("../");
}

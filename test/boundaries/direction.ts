/** Imports go one way: between packages, between the folders of the sdk, and towards the libraries. */
import * as layout from "./layout.ts";
import type { Check, Mention, Source, Violation } from "./source.ts";

/** A package of ours imports another by name, and only those to its left. */
export const packageDirection: Check = ({ sources }) =>
  eachImport(sources, (file, { specifier }) => {
    const home = layout.packageOf(file);
    const own = home === undefined ? undefined : layout.PACKAGES[home];
    if (home === undefined || own === undefined) return undefined;
    if (layout.isRelative(specifier)) {
      if (layout.resolveRelative(file, specifier).startsWith(home)) return undefined;
      return `imports ${specifier}, outside ${home}: import a package by its name, and only one it may use (${list(own.may)})`;
    }
    const ours = Object.values(layout.PACKAGES).some(({ name }) => isFrom(specifier, name));
    if (!ours || own.may.includes(specifier)) return undefined;
    return `${own.name} may not import ${specifier} (it may import ${list(own.may)}): move what both need to packages/rules, or pass it in`;
  }).map((found) => ({ ...found, rule: "package-direction" }));

/** The folders of the sdk import only those to their left; in rules, only the site folder knows the site folder. */
export const folderDirection: Check = ({ sources }) =>
  eachImport(sources, (file, { specifier }) => {
    if (!layout.isRelative(specifier)) return undefined;
    const target = layout.resolveRelative(file, specifier);
    const site = `${layout.RULES}site/`;
    if (target.startsWith(site) && file.startsWith(layout.RULES) && !file.startsWith(site)) {
      return `imports ${specifier}: what pages load may not import the site folder; move the shared part out of site/`;
    }
    const from = layout.placeOf(file);
    const to = layout.placeOf(target);
    if (from === undefined || to === undefined || from === to) return undefined;
    const may = layout.SDK_MAY[from];
    // A file in no known place is told once, by the check of places, not again by everybody who imports it.
    if (may === undefined || may.includes(to) || !(to in layout.SDK_MAY)) return undefined;
    return `${from} may not import ${to} (${specifier}; it may import ${list(may)}): pass the value or function in from create.ts, or move the code leftwards`;
  }).map((found) => ({ ...found, rule: "folder-direction" }));

/** Every file of the sdk is in a place that the order knows. */
export const knownPlace: Check = ({ sources }) =>
  sources.flatMap(({ path }) => {
    const place = layout.placeOf(path);
    if (place === undefined || place in layout.SDK_MAY || layout.isTest(path)) return [];
    const places = Object.keys(layout.SDK_MAY).join(" ");
    const message = `is in no known place of the sdk (${places}): move it into one of the folders, or add its place to test/boundaries/layout.ts`;
    return [{ file: path, line: 1, rule: "known-place", message }];
  });

/** A file whose name starts with `_` belongs to its folder alone. */
export const privateFile: Check = ({ sources }) =>
  eachImport(sources, (file, { specifier }) => {
    const [name = ""] = specifier.split("/").slice(-1);
    if (!layout.isRelative(specifier) || !name.startsWith("_")) return undefined;
    if (folder(layout.resolveRelative(file, specifier)) === folder(file)) return undefined;
    return `imports ${specifier}, which is private to its folder: import a file without the underscore, or rename it`;
  }).map((found) => ({ ...found, rule: "private-file" }));

/** Heavy or effectful libraries are imported only where they are expected. Tests do not travel, so they may. */
export const libraryPlace: Check = ({ sources }) =>
  eachImport(
    sources.filter(({ path }) => layout.packageOf(path) !== undefined && !layout.isTest(path)),
    (file, { specifier }) => {
      const library = Object.entries(layout.LIBRARIES).find(([name]) => isFrom(specifier, name));
      if (!library || library[1].may.test(file)) return undefined;
      return `imports ${specifier}, which belongs in ${library[1].where} only: move the code there and pass in what it gives`;
    },
  ).map((found) => ({ ...found, rule: "library-place" }));

function eachImport(
  sources: readonly Source[],
  judge: (file: string, mention: Mention) => string | undefined,
): Omit<Violation, "rule">[] {
  return sources.flatMap(({ path, imports }) =>
    imports.flatMap((mention) => {
      const message = judge(path, mention);
      return message === undefined ? [] : [{ file: path, line: mention.line, message }];
    }),
  );
}

function isFrom(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`);
}

function folder(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}

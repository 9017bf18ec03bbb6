/**
 * Lets the code of a feature use what its script has already: those names become arguments. They are the names that the
 * script lists in its file `given`, each imported there from where the feature imports it.
 */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const VIRTUAL = "\0given:";

/** Their names in order, each with the module that it comes from. */
function readGiven(file) {
  const text = readFileSync(file, "utf8");
  const names = /GIVEN = \[([\w, ]+)\] as const/.exec(text)?.[1]?.split(", ");
  if (!names) throw new Error(`${file} has no list of names GIVEN`);
  return names.map((name) => {
    const from = [...text.matchAll(/^import \{ ([\w, ]+) \} from "([^"]+)";$/gm)].find(([, imported]) =>
      imported.split(", ").includes(name),
    )?.[2];
    if (!from) throw new Error(`${file} does not import ${name}`);
    return { name, from: from.startsWith(".") ? resolve(dirname(file), from) : from };
  });
}

/** `file`: of the script, or undefined where it gives nothing. */
export function given(file) {
  const list = file ? readGiven(file) : [];
  const argument = (name) => `__GIVEN_${name}__`;
  return {
    name: "given",
    resolveId(source, importer) {
      if (!importer || importer.startsWith(VIRTUAL)) return null;
      const from = source.startsWith(".") ? resolve(dirname(importer), source) : source;
      return list.some((one) => one.from === from) ? VIRTUAL + from : null;
    },
    load(id) {
      if (!id.startsWith(VIRTUAL)) return null;
      const from = id.slice(VIRTUAL.length);
      const own = list
        .filter((one) => one.from === from)
        .map(({ name }) => `export const ${name} = ${argument(name)};`);
      return own.join("\n");
    },
    renderChunk(code) {
      if (!list.length) return null;
      const open = /^(var \w+ = \()function \(\) \{/;
      const close = /\}\)\(\);\s*$/;
      if (!open.test(code) || !close.test(code)) throw new Error("A feature is one function");
      const names = list.map(({ name }) => argument(name)).join();
      return { code: code.replace(open, `$1(${names}) => {`).replace(close, "});\n"), map: null };
    },
  };
}

// @ts-check
/** Bundles scripts that mount the real dialogs from their sources. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { cssText } from "../../build/css-text.mjs";

/**
 * The style sheets as text, by the same code as the build.
 * @type {import("esbuild").Plugin}
 */
const sheets = {
  name: "sheets",
  setup(bundler) {
    const { load } = cssText();
    bundler.onLoad({ filter: /ui\/([a-z]+\/)?[a-z]+\.css$/ }, ({ path }) => ({
      contents: load(path)?.code ?? "",
      loader: "js",
    }));
  },
};

/**
 * A script of this folder with all that it needs, as one text.
 * @param {"harness.ts" | "frame.ts"} name
 * @returns {Promise<string>}
 */
export async function bundle(name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(name, import.meta.url))],
    bundle: true,
    write: false,
    minify: name === "frame.ts",
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    conditions: ["@ghostlight/source"],
    plugins: [sheets],
  });
  return outputFiles[0]?.text ?? "";
}

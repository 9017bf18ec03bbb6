/** Every artefact: the modules for bundles, and the four files that the edge serves to a page. */
import { nodeResolve } from "@rollup/plugin-node-resolve";
import esbuild from "rollup-plugin-esbuild";
import { cssText } from "./build/css-text.mjs";
import { minify } from "./build/minify.mjs";
import { partLast } from "./build/part-last.mjs";

const source = "packages/sdk/src";

const compile = [
  cssText(),
  nodeResolve({ exportConditions: ["@ghostlight/source"], extensions: [".ts", ".tsx", ".js"] }),
  esbuild({ target: "es2022", jsx: "automatic", jsxImportSource: "preact" }),
];

/** `placeholder`: where the edge puts the site's part; the debug chunk is the same for every site. */
const page = (name, { classic = false, placeholder } = {}) => ({
  input: `${source}/tag/${name}.ts`,
  // The edge names the map in a header: the text of the script is the same for those who never look.
  output: { file: `packages/edge/dist/page/${name}.js`, format: "es", sourcemap: "hidden" },
  plugins: [...compile, minify(), ...(placeholder ? [partLast({ placeholder, module: !classic })] : [])],
});

export default [
  {
    input: `${source}/index.ts`,
    output: {
      dir: "packages/sdk/dist/esm",
      format: "es",
      sourcemap: true,
      chunkFileNames: "[name].js",
    },
    external: ["@ghostlight/rules", "idb-keyval", /^preact/],
    plugins: compile,
  },
  page("entry", { classic: true, placeholder: "__GHOSTLIGHT_ENTRY__" }),
  page("banner", { placeholder: "__GHOSTLIGHT_BANNER__" }),
  page("engine", { placeholder: "__GHOSTLIGHT_ENGINE__" }),
  page("debug"),
];

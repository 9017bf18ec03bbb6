/** Every artefact: the modules for bundles, and the scripts that the edge serves to a page. */
import { nodeResolve } from "@rollup/plugin-node-resolve";
import esbuild from "rollup-plugin-esbuild";
import { cssText } from "./build/css-text.mjs";
import { jsxByName } from "./build/jsx-by-name.mjs";
import { mangled } from "./build/mangle.mjs";
import { minify } from "./build/minify.mjs";
import { partLast } from "./build/part-last.mjs";

const source = "packages/sdk/src";

const compileWith = (options) => [
  cssText(),
  nodeResolve({ exportConditions: ["@ghostlight/source"], extensions: [".ts", ".tsx", ".js"] }),
  jsxByName(),
  esbuild({
    target: "es2022",
    tsconfig: false,
    jsx: "transform",
    jsxFactory: "h",
    jsxFragment: "Fragment",
    ...options,
  }),
];
const compile = compileWith({});
const compileSmall = compileWith(mangled);

/** What the edge replaces by the site's part in each script. */
const PLACEHOLDERS = {
  entry: "__GHOSTLIGHT_ENTRY__",
  "entry-calls": "__GHOSTLIGHT_ENTRY__",
  banner: "__GHOSTLIGHT_BANNER__",
  center: "__GHOSTLIGHT_CENTER__",
  embeds: "__GHOSTLIGHT_EMBEDS__",
  clean: "__GHOSTLIGHT_CLEAN__",
  engine: "__GHOSTLIGHT_ENGINE__",
  why: "__GHOSTLIGHT_WHY__",
  redact: "__GHOSTLIGHT_REDACT__",
  audit: "__GHOSTLIGHT_AUDIT__",
  debug: "__GHOSTLIGHT_DEBUG__",
};

const tag = (name) => `${source}/tag/${name}.ts`;

/** Scripts for pages. The edge names their maps in a header: the text is the same for those who never look. */
const page = (names, output = {}, compress = {}) => ({
  input: Object.fromEntries(names.map((name) => [name, tag(name)])),
  output: {
    dir: "/tmp/tryout",
    entryFileNames: "[name].js",
    format: "es",
    sourcemap: "hidden",
    // As the language has it: pages replace the name, some by what throws.
    intro: "const Promise = (async () => {})().constructor;",
    ...output,
  },
  plugins: [
    ...compileSmall,
    minify(compress),
    partLast({ placeholders: PLACEHOLDERS, classic: ["entry", "entry-calls"] }),
  ],
});

/** What both use travels once, with the first, which may then export more than its own start. */
const pair = (first, second, output, compress) => ({
  ...page([first, second], output, compress),
  preserveEntrySignatures: "allow-extension",
});

export default [
  pair(
    "engine",
    "why",
    {
      // Only an engine is asked why. By name: the index of rules names to the engine what explains, too.
      manualChunks: (id) => (/\/(why|interests)[./]/.test(id) ? "why" : "engine"),
      onlyExplicitManualChunks: true,
    },
    // Of a text as long as the engine's, what is moved into its caller compresses worse: 50 bytes.
    { inline: 0, reduce_funcs: false, hoist_props: false },
  ),
];

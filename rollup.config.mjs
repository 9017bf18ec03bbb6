/** Every artefact: the modules for bundles, and the scripts that the edge serves to a page. */
import { fileURLToPath } from "node:url";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import esbuild from "rollup-plugin-esbuild";
import { TARGET } from "./build/browsers.mjs";
import { cssText } from "./build/css-text.mjs";
import { eager } from "./build/eager.mjs";
import { AS_FEATURE, asExpression, featureEntry, withPart } from "./build/feature.mjs";
import { given } from "./build/given.mjs";
import { jsxByName } from "./build/jsx-by-name.mjs";
import { local } from "./build/local.mjs";
import { mangled } from "./build/mangle.mjs";
import { minify } from "./build/minify.mjs";
import { PART, partLast } from "./build/part-last.mjs";
import { unwrap } from "./build/unwrap.mjs";
// Built just before, by tsc: which pieces there are is for the edge to know.
import { PARTLESS, placeholderOf, SCRIPT_NAMES } from "./packages/edge/dist/serve/artefacts.js";
import { FEATURES } from "./packages/edge/dist/serve/features.js";

const source = "packages/sdk/src";

const compileWith = (options) => [
  cssText(),
  nodeResolve({ exportConditions: ["@ghostlight/source"], extensions: [".ts", ".tsx", ".js"] }),
  jsxByName(),
  esbuild({
    target: TARGET,
    tsconfig: false,
    jsx: "transform",
    jsxFactory: "h",
    jsxFragment: "Fragment",
    ...options,
  }),
];
const compile = compileWith({});
const compileSmall = compileWith({ ...mangled, define: { [PART.source]: PART.script } });

/** What the edge replaces by the site's part in each script. */
const PLACEHOLDERS = Object.fromEntries(
  SCRIPT_NAMES.filter((name) => !PARTLESS.includes(name)).map((name) => [name, placeholderOf(name)]),
);

const tag = (name) => `${source}/tag/${name}.ts`;

/** Scripts for pages. The edge names their maps in a header: the text is the same for those who never look. */
const page = (names, output = {}, compress = {}) => ({
  input: Object.fromEntries(names.map((name) => [name, tag(name)])),
  output: {
    dir: "packages/edge/dist/page",
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
    unwrap(),
    partLast({ placeholders: PLACEHOLDERS, classic: ["entry"] }),
    eager(),
  ],
});

const inSource = (path) => fileURLToPath(new URL(`${source}/${path}`, import.meta.url));

/** What only some sites need of a script. */
const feature = ({ name, given: file }) => ({
  input: { [name]: featureEntry.id },
  output: {
    dir: "packages/edge/dist/page/features",
    entryFileNames: "[name].js",
    sourcemap: "hidden",
    ...AS_FEATURE,
  },
  plugins: [
    featureEntry(inSource(`tag/features/${name}.ts`)),
    given(file && inSource(file)),
    ...compileSmall,
    minify({ toplevel: false, hoist_funs: true }),
    unwrap(),
    asExpression(),
  ],
});

/** A chunk as an expression, its module's `start`, to come along with the entry. */
const along = (name) => ({
  input: { [`${name}-along`]: featureEntry.id },
  output: { dir: "packages/edge/dist/page", entryFileNames: "[name].js", sourcemap: "hidden", ...AS_FEATURE },
  plugins: [
    featureEntry(inSource(`tag/${name}.ts`), "start"),
    ...compileSmall,
    minify({ toplevel: false }),
    unwrap(),
    asExpression(),
    withPart(PLACEHOLDERS[name]),
  ],
});

/** The same script for sites without an edge, in a folder beside the others. */
const alone = ({ output, plugins, ...options }) => ({
  ...options,
  output: { ...output, dir: `${output.dir}/local` },
  plugins: [local(), ...plugins],
});

// It makes no promise by name: a test holds it.
// What is measured to be shorter here, and longer in others: 23 bytes.
const entry = page(["entry"], { intro: undefined }, { inline: 0, reduce_funcs: false });

// Of a text as long as the engine's, what is moved into its caller compresses worse: 58 bytes.
const engine = page(["engine"], {}, { inline: 0, reduce_funcs: false, collapse_vars: false });
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
  entry,
  page(["banner"]),
  along("banner"),
  // Likewise measured: 12, 35 and 19 bytes.
  page(["center"], {}, { booleans: false }),
  page(["embeds"], {}, { booleans: false, hoist_funs: true }),
  page(["clean"], {}, { hoist_funs: true }),
  engine,
  page(["why"]),
  page(["redact"]),
  page(["plugins"]),
  page(["audit"]),
  page(["debug"]),
  ...FEATURES.map(feature),
  ...[entry, engine].map(alone),
];

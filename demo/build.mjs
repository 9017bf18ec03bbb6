/** Builds the demo shop into dist: pages and pictures rendered at build time, client scripts and styles bundled. */
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");

/** Runs the renderer, which is TypeScript and JSX, straight from memory. */
async function renderSite() {
  const { outputFiles } = await build({
    entryPoints: [join(here, "src/build/site.tsx")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  const [{ text }] = outputFiles;
  const module = await import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
  return module.renderSite();
}

async function write(path, text) {
  const file = join(dist, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

await rm(dist, { recursive: true, force: true });

const client = { bundle: true, minify: true, target: "es2022", outdir: join(dist, "assets") };
await Promise.all([
  build({
    ...client,
    entryPoints: [join(here, "src/client/shop.ts"), join(here, "src/client/clock.ts")],
    format: "iife",
  }),
  build({
    ...client,
    entryPoints: [join(here, "src/styles/shop.css")],
    loader: { ".woff2": "file" },
    assetNames: "[name]",
  }),
]);

const site = await renderSite();
for (const [path, text] of site) await write(path, text);

// The Open Font License asks that its text travels with the fonts.
for (const font of ["bodoni-moda", "instrument-sans"]) {
  const licence = fileURLToPath(import.meta.resolve(`@fontsource-variable/${font}/LICENSE`));
  await cp(licence, join(dist, "assets", `${font}-LICENSE.txt`));
}

console.log(`demo: ${site.size} files`);

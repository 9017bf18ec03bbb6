// @ts-check
/** Adds to the built demo what its gallery's frames run: the dialogs, mounted by the same code as on a site. */
import { mkdir, writeFile } from "node:fs/promises";
import { bundle } from "./bundle.mjs";

const assets = new URL("../../demo/dist/assets/", import.meta.url);
await mkdir(assets, { recursive: true });
await writeFile(new URL("gallery-frame.js", assets), await bundle("frame.ts"));

/** What pages load, as it was built. Needs `npm run build`. */
import { readdirSync, readFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);
const page = "packages/edge/dist/page/";

/** Text of a file of this repository. */
export const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

/** Paths of all files below a folder whose names end like this. */
export const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .map((path) => folder + path);

export const scripts = filesIn(page, ".js").map((path) => ({ path, text: textOf(path) }));

/** A piece of code is an expression; what stands for a site's part is none that a browser knows. */
function textOf(path: string): string {
  const text = read(path);
  return path.includes("/features/") ? `x=${text}` : text;
}

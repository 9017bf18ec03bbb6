import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const text = readFileSync(new URL("CONTRIBUTING.md", root), "utf8");
const paths = treePaths(/```\n(packages[\s\S]*?)```/.exec(text)?.[1] ?? "");

/** Indented lines belong to the folder above them. */
function treePaths(tree: string): string[] {
  let folder = "";
  return tree.split("\n").flatMap((line) => {
    const name = /^\s*(\S+)/.exec(line)?.[1];
    if (!name) return [];
    if (line.startsWith(" ")) return [folder + name];
    folder = name;
    return [name];
  });
}

function subfolders(path: string): string[] {
  return readdirSync(new URL(path, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}${name}/`);
}

describe("the map in CONTRIBUTING.md", () => {
  test.each(paths)("%s is there", (path) => {
    expect(existsSync(new URL(path, root))).toBe(true);
  });

  test.each(["packages/", "packages/rules/src/", "packages/sdk/src/", "packages/edge/src/", "test/"])(
    "names every folder of %s",
    (folder) => {
      expect(subfolders(folder).filter((path) => !paths.includes(path))).toEqual([]);
    },
  );

  test("names none twice", () => {
    expect(paths.filter((path, index) => paths.indexOf(path) < index)).toEqual([]);
  });

  test("reads a tree by its indentation", () => {
    expect(treePaths("a/  about\n  b/c.ts  about\nd/\n")).toEqual(["a/", "a/b/c.ts", "d/"]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { issuesWith } from "../../test/site.ts";
import { CATALOGUE } from "./catalogue.ts";

const entries = [...CATALOGUE];

describe("the catalogue", () => {
  test("has each service once", () => {
    const names = entries.map(([, { name }]) => name);
    expect(new Set(names).size).toBe(entries.length);
    expect(entries.length).toBeGreaterThanOrEqual(15);
    const written = readdirSync(new URL(".", import.meta.url))
      .filter((file) => !/\.test\.ts$|^(service|catalogue)\.ts$/.test(file))
      .flatMap((file) => readFileSync(new URL(file, import.meta.url), "utf8").match(/^ {4}name: /gm) ?? []);
    expect(written).toHaveLength(entries.length);
  });

  test("passes the check, each entry as the site's own", () => {
    for (const [id, { checked: _checked, ...entry }] of entries) {
      expect(issuesWith({ services: { [id]: true } }), id).toEqual([]);
      expect(issuesWith({ services: { [`own-${id}`.slice(0, 40)]: entry } }), id).toEqual([]);
    }
  });

  test("never reaches the page by the way of the rules", () => {
    const index = readFileSync(new URL("../index.ts", import.meta.url), "utf8");
    expect(index).not.toMatch(/catalogue|site\//);
  });
});

describe.each(entries)("%s", (_, { privacy, text, cookies, storage, checked }) => {
  test("links to a privacy notice by https", () => {
    expect(privacy).toMatch(/^https:\/\/[a-z.]+\//);
  });

  test("says in one sentence of each language what it does", () => {
    for (const sentence of Object.values(text)) expect(sentence).toMatch(/^[A-Z][^.]{10,130}\.$/);
    expect(text.it).not.toBe(text.en);
  });

  test("names each trace once, and a month at most for its check", () => {
    const names = [...cookies.map(({ name }) => `cookie ${name}`), ...storage.map(({ kind, name }) => kind + name)];
    expect(new Set(names).size).toBe(names.length);
    if (checked !== undefined) expect(checked).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { issuesWith } from "../../test/site.ts";
import { CATALOGUE } from "./catalogue.ts";

const entries = [...CATALOGUE];

describe("the catalogue", () => {
  test("has each service once", () => {
    const names = entries.map(([, { name }]) => name);
    expect(new Set(names).size).toBe(entries.length);
    expect(entries.length).toBeGreaterThanOrEqual(20);
    const written = readdirSync(new URL(".", import.meta.url))
      .filter((file) => !/\.test\.ts$|^(service|catalogue)\.ts$/.test(file))
      .flatMap((file) => readFileSync(new URL(file, import.meta.url), "utf8").match(/^ {4}name: /gm) ?? []);
    expect(written).toHaveLength(entries.length);
  });

  test("passes the check, each entry as the site's own", () => {
    for (const [id, { sources: _sources, checked: _checked, unconfirmed: _unconfirmed, ...entry }] of entries) {
      expect(issuesWith({ services: { [id]: true } }), id).toEqual([]);
      expect(issuesWith({ services: { [`own-${id}`.slice(0, 40)]: entry } }), id).toEqual([]);
    }
  });

  // What a visitor, or a site for them, keeps to be left alone by the service.
  test.each([
    "mtm_consent_removed",
    "matomo_ignore",
    "_cs_optout",
    "__hs_do_not_track",
    "__hs_opt_out",
    "__kla_off",
    "__ph_opt_in_out_phc_1",
  ])("never clears %s with what a service left", (no) => {
    const here = entries
      .flatMap(([, { cookies, storage }]) => [...cookies, ...storage])
      .filter((one) => !one.elsewhere);
    const fitting = here.filter(({ name }) => new RegExp(`^${name.replaceAll("*", ".*")}$`).test(no));
    expect(fitting).toEqual([]);
  });

  test("never reaches the page by the way of the rules", () => {
    const index = readFileSync(new URL("../index.ts", import.meta.url), "utf8");
    expect(index).not.toMatch(/catalogue|site\//);
  });
});

describe.each(entries)("%s", (_, service) => {
  const { privacy, text, hosts, cookies, storage, sources, checked, unconfirmed } = service;
  const left = [...cookies, ...storage];

  test("links to a privacy notice by https", () => {
    expect(privacy).toMatch(/^https:\/\/[a-z.]+\//);
  });

  test("says in one sentence of each language what it does", () => {
    for (const sentence of Object.values(text)) expect(sentence).toMatch(/^[A-Z][^.]{10,130}\.$/);
    expect(text.it).not.toBe(text.en);
  });

  test("names each trace once", () => {
    const names = [...cookies.map(({ name }) => `cookie ${name}`), ...storage.map(({ kind, name }) => kind + name)];
    expect(new Set(names).size).toBe(names.length);
  });

  test("names each host once, and none below another", () => {
    expect(hosts.filter((host) => hosts.some((other) => host.endsWith(`.${other}`)))).toEqual([]);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  test("says which documents its facts were compared with", () => {
    expect(sources.length).toBeGreaterThan(0);
    expect(new Set(sources).size).toBe(sources.length);
    for (const source of sources) expect(source).toMatch(/^https:\/\/[a-z.]+\/\S+$/);
  });

  test("has either the month in which all was compared, or what was not", () => {
    expect([checked, unconfirmed].filter((one) => one !== undefined)).toHaveLength(1);
    if (checked !== undefined) expect(checked).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
    if (unconfirmed !== undefined) expect(unconfirmed.length).toBeGreaterThan(0);
  });

  test("leaves unconfirmed only what it says", () => {
    const lists = ["provider", "privacy", "hosts", "cookies", "storage"] as const;
    const facts = [
      ...lists.filter((key) => service[key] !== undefined),
      ...hosts,
      ...left.map(({ name }) => name),
      ...left.flatMap(({ name, life }) => (life === undefined ? [] : [`life of ${name}`])),
    ];
    expect(facts).toEqual(expect.arrayContaining([...(unconfirmed ?? [])]));
    expect(new Set(unconfirmed).size).toBe(unconfirmed?.length ?? 0);
  });
});

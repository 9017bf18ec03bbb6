/** The program by its words: help, mistakes, check and export. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { capture } from "../../test/capture.ts";
import { event, temporaryFolder } from "../../test/fixture.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { check } from "./check.ts";
import { exportEvents } from "./export.ts";
import { history } from "./history.ts";
import { publish } from "./publish.ts";
import { rollback } from "./rollback.ts";
import { serve } from "./serve.ts";
import { simulate } from "./simulate.ts";
import { staticFiles } from "./static.ts";
import { types } from "./types.ts";
import { why } from "./why.ts";

const commands = {
  serve,
  check,
  publish,
  rollback,
  history,
  static: staticFiles,
  simulate,
  why,
  types,
  export: exportEvents,
};

const folder = temporaryFolder();
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const good = file("good.json", '\uFEFF{"site":"shop","origins":["https://shop.example"],"languages":["en","it"]}');
const faulty = file("faulty.json", JSON.stringify({ site: "Shop", orgins: ["x".repeat(200)] }));
const services = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [`service-${index}`, { name: "S", purpose: "functional" }]),
);
const crowded = file("crowded.json", JSON.stringify({ site: "shop", origins: ["https://shop.example"], services }));
const regions = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].flatMap((one) =>
  ["A", "B", "C", "D"].map((other) => `en-${one}${other}`),
);
const manifold = file(
  "manifold.json",
  JSON.stringify({ site: "shop", origins: ["https://shop.example"], languages: ["en", ...regions.slice(0, 80)] }),
);
const broken = file("broken.json", '{\n  "site": "shop"\n  "origins": []\n}\n');

describe("help", () => {
  test("lists the commands", async () => {
    for (const words of [["--help"], ["-h"], ["help"]]) {
      const { code, out } = await capture(words);
      expect(code).toBe(0);
      for (const name of Object.keys(commands)) expect(out).toContain(`\n  ${name}`);
    }
  });

  test.each(Object.entries(commands))("of %s names its flags", async (name, command) => {
    const { code, out } = await capture([name, "--help"]);
    expect([code, out]).toEqual([0, command.help]);
    expect((await capture(["help", name])).out).toBe(command.help);
    expect(out).toMatch(new RegExp(`^ghostlight ${name} `));
    for (const flag of Object.keys(command.flags)) expect(out).toContain(`\n  --${flag}`);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("is shown, as a mistake, when nothing was asked", async () => {
    expect(await capture([])).toMatchObject({ code: 2, out: "", err: (await capture(["--help"])).out });
  });

  test("knows the version", async () => {
    const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(await capture(["--version"])).toEqual({ code: 0, out: `${manifest.version}\n`, err: "" });
  });
});

describe("mistakes", () => {
  test.each([
    [["chek"], 'there is no command "chek"; did you mean "check"?'],
    [["--verison"], 'there is no flag "--verison"'],
    [["constructor"], 'there is no command "constructor"'],
    [["serve", good, "--prot", "1"], "there is no flag --prot; did you mean --port?"],
    [["serve", good, "--port", "70000"], '"70000" is no port'],
    [["serve", good, "--port", "80a"], '"80a" is no port'],
    [["serve", good, "--rate", "0"], "--rate needs a number above 0"],
    [["serve", good, "--country-header"], "--country-header needs a value"],
    [["serve", good, "--country-header", "CF IPCountry"], '"CF IPCountry" is no header\'s name'],
    [["publish"], "which file?"],
    [["publish", good, "--note", "x".repeat(501)], "--note is 501 characters long; 500 are the most"],
    [["rollback"], "which site?"],
    [["rollback", "shop", "blog"], 'one site at a time; what is "blog" for?'],
    [["rollback", "shop", "--to", "0"], '--to: "0" is no number of a publication'],
    [["history"], "which site?"],
    [["history", "shop", "--show", "last"], '--show: "last" is no number of a publication'],
    [["static"], "which file?"],
    [["static", good, good], "one file at a time"],
    [["static", good, "--at", "g"], '--at: "g" is no address of a folder'],
    [["check"], "which file?"],
    [["check", good, faulty], "one file at a time"],
    [["export"], "which site?"],
    [["export", "shop"], "which site?"],
    [["export", "--site", "shop", "more"], 'what is "more" for?'],
  ])("%j: exit code 2 and the reason", async (words, reason) => {
    const { code, out, err } = await capture(words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(reason);
    expect(err).toMatch(/\nSee: ghostlight .*--help\n$/);
  });
});

describe("check", () => {
  test("of a good file, here with a byte order mark", async () => {
    const out = `${good}: ok (site "shop", 2 languages, 0 segments, 0 experiences)\n`;
    expect(await capture(["check", good])).toEqual({ code: 0, out, err: "" });
    expect(JSON.parse((await capture(["check", good, "--json"])).out)).toEqual({ ok: true, issues: [], warnings: [] });
  });

  test("of a good file with a surprise warns of it, and is still 0", async () => {
    const { code, out, err } = await capture(["check", crowded]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^\S+crowded\.json: ok \(.*\)\n\n1 warning\n\n {2}services = \["/);
    expect(out).toMatch(/ {4}visitors can answer by purpose only, .* cookie of \d{3} bytes; it may have 300\n {4}→ /);
    const told = JSON.parse((await capture(["check", crowded, "--json"])).out);
    expect(told).toMatchObject({ ok: true, issues: [], warnings: [{ path: "services" }] });
  });

  test("of what it costs needs the scripts, and a right file first", async () => {
    const told = { code: 1, out: "", err: expect.stringContaining("not built yet; run `npm run build`") };
    expect(await capture(["check", good, "--size"])).toEqual(told);
    expect(await capture(["check", faulty, "--size"])).toMatchObject({ out: expect.stringContaining("3 faults") });
  });

  test("prints place, value, fault and mend of each", async () => {
    const { code, out } = await capture(["check", faulty]);
    expect(code).toBe(1);
    expect(out).toMatch(/faulty\.json: 3 faults\n/);
    expect(out).toMatch(/\n {2}site = "Shop"\n {4}.+\n {4}→ .+\n/);
    expect(out).toMatch(/\n {2}orgins = \["x{78}…\n {4}.+\n {4}→ did you mean "origins"\?\n/);
  });

  test("refuses what is right in itself and yet more than an edge serves, in the words of serve", async () => {
    const { code, out, err } = await capture(["check", manifold]);
    expect([code, err]).toEqual([1, ""]);
    expect(out).toMatch(
      /manifold\.json: 1 fault\n\n {2}languages = \["en",.*…\n {4}3 laws × 81 languages are 2673 scripts, .*\n {4}→ keep 80 /,
    );
    const served = await capture(["serve", manifold, "--data", join(folder, "unused")]);
    for (const words of out.split("\n").slice(3, 5)) expect(served.err).toContain(words.replace(/^ +(→ )?/, ""));
    const told = await capture(["check", manifold, "--json"]);
    expect(JSON.parse(told.out)).toMatchObject({ ok: false, issues: [{ path: "languages" }], warnings: [] });
    // Nothing is weighed, and so nothing has to be built.
    expect(await capture(["check", manifold, "--size"])).toEqual({ code: 1, out, err: "" });
  });

  test("gives the same to programs", async () => {
    const { code, out } = await capture(["check", faulty, "--json"]);
    const { ok, issues } = JSON.parse(out);
    expect([code, ok]).toEqual([1, false]);
    expect(issues.map(({ path }: { path: string }) => path).sort()).toEqual(["orgins", "origins", "site"]);
  });

  test("names line and column where the JSON breaks", async () => {
    const { code, out } = await capture(["check", broken]);
    expect(code).toBe(1);
    expect(out).toMatch(/the whole file\n {4}.*line 3, column 3/);
  });

  test.each([
    [join(folder, "none.json"), "there is no such file"],
    [folder, "this is a folder"],
  ])("of %s fails", async (path, reason) => {
    const { code, err } = await capture(["check", path]);
    expect(code).toBe(1);
    expect(err).toContain(reason);
  });
});

describe("serve does not start", () => {
  test.each([
    ["with a faulty file", [faulty], "faulty.json: 3 faults"],
    ["with a file that is not there", [good, join(folder, "none.json")], "there is no such file"],
    ["with one site twice", [good, good], 'another of the files has the site id "shop" too'],
    ["with pages that are not there", [good, "--public", join(folder, "none")], "--public: there is no folder"],
  ])("%s", async (_, words, reason) => {
    const { code, out, err } = await capture(["serve", ...words, "--data", join(folder, "unused")]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(reason);
  });
});

describe("export", () => {
  const data = join(folder, "data");
  const write = async (bodies: Record<string, unknown>[]) => {
    const store = openSqliteStore({ file: join(data, "ghostlight.db") });
    const events = bodies.map((body, n) => ({ id: String(body.messageId), at: n, body: JSON.stringify(body) }));
    await store.append("shop", { receivedAt: 86_400_000, sentAt: 86_399_000, events });
    await store.enrol("quiet");
    await store.close();
  };

  test("prints events as sent, with the four times", async () => {
    await write([event("a", { timestamp: "1970-01-01T23:59:00.500Z", extra: { kept: true } }), event("b")]);
    const { code, out, err } = await capture(["export", "--site", "shop", "--data", data]);
    expect([code, err]).toEqual([0, ""]);
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toEqual({
      ...event("a"),
      extra: { kept: true },
      originalTimestamp: "1970-01-01T23:59:00.500Z",
      timestamp: "1970-01-01T00:00:00.000Z",
      sentAt: "1970-01-01T23:59:59.000Z",
      receivedAt: "1970-01-02T00:00:00.000Z",
    });
  });

  test("of a site without events prints nothing", async () => {
    expect(await capture(["export", "--site", "quiet", "--data", data])).toEqual({ code: 0, out: "", err: "" });
  });

  test.each([
    [["--site", "shpo", "--data", data], 'no site "shpo" here; did you mean "shop"?'],
    [["--site", "newsletter", "--data", data], 'no site "newsletter" here; known: quiet, shop'],
    [["--site", "shop", "--data", join(folder, "none")], "there is no "],
  ])("%j fails and says why", async (words, reason) => {
    const { code, out, err } = await capture(["export", ...words]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(reason);
  });

  test("fails on a file that is no database", async () => {
    const other = join(folder, "other");
    mkdirSync(other);
    writeFileSync(join(other, "ghostlight.db"), "not a database ".repeat(100));
    const { code, err } = await capture(["export", "--site", "shop", "--data", other]);
    expect(code).toBe(1);
    expect(err).toMatch(/cannot read .*other/);
  });
});

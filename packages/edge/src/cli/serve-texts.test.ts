/** What `serve` says when it runs, and when it cannot. */
import { expect, test } from "vitest";
import { site } from "../../test/fixture.ts";
import { readServeFlags } from "./serve-flags.ts";
import { keepFailure, listenFailure, localOrigin, lookFailure, originNotes, runningText } from "./serve-texts.ts";

const flags = (given: Record<string, string | true> = {}, env: Record<string, string> = {}) => {
  const read = readServeFlags({ flags: given, words: ["shop.json"] }, env);
  if (!read.ok) throw new Error(read.message);
  return read.flags;
};
const served = (origins: string[]) => ({ file: "shop.json", site: { site: "shop", origins } });

test("the port comes from the flag, else from the variable, else it is 8787", () => {
  expect(flags().port).toBe(8787);
  expect(flags({}, { PORT: "3000" }).port).toBe(3000);
  expect(flags({}, { PORT: "" }).port).toBe(8787);
  expect(flags({ port: "0" }, { PORT: "3000" }).port).toBe(0);
  expect(readServeFlags({ flags: {}, words: ["a"] }, { PORT: "many" })).toMatchObject({ ok: false });
});

test("listens for this machine alone, and trusts no proxy, unless told so", () => {
  expect(flags()).toMatchObject({ host: "localhost", data: "data", pages: undefined, rate: 40, trustProxy: false });
  expect(flags({ "trust-proxy": true, rate: "0.5", host: "0.0.0.0" })).toMatchObject({
    trustProxy: true,
    rate: 0.5,
    host: "0.0.0.0",
  });
});

test("knows no country unless it is told which header to believe", () => {
  expect(flags().countryHeader).toBeUndefined();
  expect(flags({ "country-header": "CF-IPCountry" }).countryHeader).toBe("CF-IPCountry");
});

test.each([
  ["localhost", 8787, "http://localhost:8787"],
  ["0.0.0.0", 8787, "http://localhost:8787"],
  ["::", 80, "http://localhost"],
  ["127.0.0.1", 1, "http://127.0.0.1:1"],
  ["::1", 1, "http://[::1]:1"],
])("at %s, port %i, a browser finds it at %s", (host, port, origin) => {
  expect(localOrigin(host, port)).toBe(origin);
});

test("says what to paste, where the pages are, and how to get the events", () => {
  const text = runningText("http://localhost:8787", [served([])], flags({ public: "dist", data: "it's data" }));
  expect(text).toContain('<script src="http://localhost:8787/g/shop.js"></script>');
  expect(text).toContain("Pages of dist: http://localhost:8787/\n");
  expect(text).toContain("npx --no-install ghostlight export --site shop --data 'it'\\''s data'\n");
  expect(runningText("http://localhost:8787", [served([])], flags())).toContain("export --site shop\n");
});

test("without files, says that it shows what is published, and how to publish where nothing is", () => {
  const published = { ...flags({ data: "there" }), files: [] };
  const text = runningText("http://localhost:8787", [served([])], published);
  expect(text).toContain("It shows what is published in there/publications.db, also what comes there later.\n");
  expect(text).not.toContain("Nothing is published");
  const none = runningText("http://localhost:8787", [], published);
  expect(none).toContain("npx --no-install ghostlight publish SITE.json --data there\n");
  expect(runningText("http://localhost:8787", [served([])], flags())).not.toContain("publications.db");
});

test("notes a site whose origins leave out where it is served", () => {
  expect(originNotes("http://localhost:8787", [served(["http://localhost:8787"])])).toBe("");
  expect(originNotes("http://localhost:8787", [served(["https://a.example", "https://b.example"])])).toBe(
    'note: shop.json: "origins" does not list http://localhost:8787: pages served from here work, others only from https://a.example, https://b.example.\n',
  );
});

test.each([
  ["EADDRINUSE", /port 80 is in use; .* --port/],
  ["EACCES", /port 80 may not be opened/],
  ["EADDRNOTAVAIL", /no address "host"/],
])("says how to mend %s", (code, text) => {
  expect(listenFailure(code, "host", 80)).toMatch(text);
});

test("leaves other failures as they are", () => {
  expect(listenFailure("EIO", "host", 80)).toBeUndefined();
});

test("what is not shown yet is named, with the fault of the disk, else with the place of ours", () => {
  const full = Object.assign(new Error("of a visitor"), { code: "SQLITE_FULL" });
  const waiting = [
    { site: site(), number: 3 },
    { site: site({ site: "blog" }), number: 1 },
  ];
  expect(lookFailure(full, waiting, "data")).toBe(
    'site "shop": number 3, site "blog": number 1 is not shown yet: there is no room left in data; it is tried again',
  );
  expect(lookFailure(full, [], "data")).toMatch(/^what is published cannot be read: there is no room/);
  expect(lookFailure(new RangeError("of a visitor"), waiting, "data")).toMatch(
    /blog": number 1 is not shown yet: RangeError\n\s+at .*serve-texts\.test/,
  );
  expect(keepFailure(full, "data")).toMatch(/^what is shown could not be noted as in use: there is no room/);
});

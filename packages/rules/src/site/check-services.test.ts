import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issuesWith } from "../../test/site.ts";

const A = { name: "A", purpose: "functional" };
const own = 'describe it: {"name": "…", "purpose": "functional"}';

describe("a service is of the catalogue, or the site's own", () => {
  test.each([
    { youtube: true },
    { youtube: {} },
    { youtube: { purpose: "marketing", hosts: ["youtube.com"] } },
    { video: { name: "YouTube", purpose: "functional" } },
    { vimeo: { text: { en: "Films" }, provider: "V", privacy: { en: "/vimeo", it: "https://vimeo.com" } } },
    { a: { ...A, cookies: [{ name: "_a*", life: "2y" }, { name: "b", life: "session" }, { name: "c" }] } },
    { a: { ...A, storage: [{ kind: "cache", name: "v1", elsewhere: true }] } },
  ])("%j passes", (services) => {
    expect(issuesWith({ services })).toEqual([]);
  });

  test.each<[services: unknown, path: string, value: unknown, message: string, mend: string]>([
    [
      { youtub: true },
      "services.youtub",
      true,
      'there is no service "youtub" in the catalogue',
      'did you mean "youtube"?',
    ],
    [{ abc: true }, "services.abc", true, 'there is no service "abc" in the catalogue', own],
    [
      { youtube: { purpose: "functionel" } },
      "services.youtube.purpose",
      "functionel",
      'there is no purpose "functionel"',
      'did you mean "functional"?',
    ],
    [
      { ghostlight: A },
      "services.ghostlight",
      A,
      '"ghostlight" is told of already',
      "take it out, or give your service another id",
    ],
    ...["ghostlight", "ghost*", "*light", "g*t*t", "*o*", "*-preferences"].map(
      (name): [unknown, string, unknown, string, string] => [
        { a: { ...A, cookies: [{ name }] } },
        "services.a",
        name,
        `"${name}" fits what Ghostlight itself keeps`,
        "write more of the name",
      ],
    ),
  ])("%j is refused", (services, path, value, message, mend) => {
    expect(issuesWith({ services })).toMatchObject([{ path, message, mend, ...(value !== A && { value }) }]);
  });

  test.each([
    "ghost",
    "ghostlights",
    "*-preference",
    "*ghostlightx",
    "ghost*x",
    "light*",
    "ghostl*light",
    "g*z*t",
    "gg*",
  ])("%j fits nothing of Ghostlight's", (name) => {
    expect(issuesWith({ services: { a: { ...A, cookies: [{ name }] } } })).toEqual([]);
  });

  test("what is kept elsewhere may have any name", () => {
    expect(issuesWith({ services: { a: { ...A, cookies: [{ name: "ghost*", elsewhere: true }] } } })).toEqual([]);
  });

  test("however stars are put into its name, Ghostlight's cookie is known", () => {
    const cut = fc.tuple(fc.nat(10), fc.nat(10)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(cut, ([from, to]) => {
        const name = `${"ghostlight".slice(0, from)}*${"ghostlight".slice(to)}`;
        expect(issuesWith({ services: { a: { ...A, cookies: [{ name }] } } })).toHaveLength(1);
      }),
    );
  });

  test("the site's own needs a name and a purpose", () => {
    const message = (key: string) => `"maps" is the site's own service and has no ${key}`;
    expect(issuesWith({ services: { maps: {} } })).toEqual([
      { path: "services.maps.name", message: message("name"), mend: 'add "name"' },
      { path: "services.maps.purpose", message: message("purpose"), mend: 'add "purpose"' },
    ]);
    expect(issuesWith({ services: { vimeos: { name: "Vimeo" } } })).toMatchObject([
      { path: "services.vimeos.purpose", mend: 'add "purpose"; or did you mean "vimeo" of the catalogue?' },
    ]);
  });

  test("of the catalogue may not serve a purpose that is off", () => {
    const [issue] = issuesWith({ purposes: { marketing: false }, services: { "meta-pixel": true } });
    expect(issue).toEqual({
      path: "services.meta-pixel.purpose",
      value: "marketing",
      message: '"marketing" is switched off under purposes',
      mend: "ask for it, or take the service out",
    });
  });
});

describe("what is said of a service has its form", () => {
  const cookie = 'write {"name": "_ga*", "life": "2y"}';
  const life = 'write "session", "30m", "13mo" or "2y"';
  test.each<[patch: Record<string, unknown>, path: string, value: unknown, message: string, mend: string]>([
    [{ provider: 1 }, "provider", 1, "a provider is named by a text", "write the company's name"],
    [
      { privacy: "vimeo.com" },
      "privacy",
      "vimeo.com",
      "this is not a web address",
      'write a path such as "/privacy" or an address that begins with https://',
    ],
    [{ hosts: "a.example" }, "hosts", "a.example", "this is not a list of hosts", 'write ["youtube.com"]'],
    [{ hosts: [1] }, "hosts.0", 1, "a host is a text", 'write it like "youtube.com"'],
    ...[
      "https://a.example",
      "*.a.example",
      "a.example/x",
      "A.example",
      "a..example",
      "-a.example",
      "a.example:443",
    ].map((host): [Record<string, unknown>, string, unknown, string, string] => [
      { hosts: [host] },
      "hosts.0",
      host,
      "this is not a host",
      'write the name alone, such as "youtube.com"; its subdomains are meant too',
    ]),
    [{ cookies: {} }, "cookies", {}, "this is not a list of cookies", 'write [{"name": "_ga*", "life": "2y"}]'],
    [{ cookies: ["_ga"] }, "cookies.0", "_ga", "this is not a cookie", cookie],
    [{ cookies: [{ name: 1 }] }, "cookies.0.name", 1, "this has no name", 'write its name, such as "_ga*"'],
    ...["", "*", "**"].map((name): [Record<string, unknown>, string, unknown, string, string] => [
      { cookies: [{ name }] },
      "cookies.0.name",
      name,
      "this name fits everything",
      "write at least one letter of it; * stands for any characters",
    ]),
    ...[1, "", "2 years", "0d", "30"].map((value): [Record<string, unknown>, string, unknown, string, string] => [
      { cookies: [{ name: "a", life: value }] },
      "cookies.0.life",
      value,
      "this is not how long something stays",
      life,
    ]),
    [
      { cookies: [{ name: "a", elsewhere: false }] },
      "cookies.0.elsewhere",
      false,
      "this is either said or left out",
      "write true, or take it out",
    ],
    [
      { storage: {} },
      "storage",
      {},
      "this is not a list of what is stored",
      'write [{"kind": "localStorage", "name": "player*"}]',
    ],
    [
      { storage: ["a"] },
      "storage.0",
      "a",
      "this is not something stored",
      'write {"kind": "localStorage", "name": "player*"}',
    ],
    [
      { storage: [{ kind: "cookie", name: "a" }] },
      "storage.0.kind",
      "cookie",
      "this is not a kind of storage",
      'write "localStorage", "sessionStorage", "indexedDB" or "cache"',
    ],
  ])("%j", (patch, path, value, message, mend) => {
    expect(issuesWith({ services: { a: { ...A, ...patch } } })).toEqual([
      { path: `services.a.${path}`, value, message, mend },
    ]);
  });
});

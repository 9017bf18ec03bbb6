import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { CATALOGUE } from "../catalogue/catalogue.ts";
import { describeService, resolveServices } from "./services.ts";

const resolved = (services: Record<string, unknown>) => resolveServices(siteWith({ services }));
const described = (services: Record<string, unknown>, language = "en") => {
  const site = siteWith({ languages: ["en", "it"], services });
  return resolveServices(site).map((service) => describeService(service, language, site));
};

describe("a service of the catalogue", () => {
  test("is as the catalogue knows it", () => {
    const known = CATALOGUE.get("matomo");
    expect(resolved({ matomo: true })).toMatchObject([
      { id: "matomo", name: "Matomo", purpose: "analytics", hosts: known?.hosts, privacy: known?.privacy },
    ]);
    expect(resolved({ matomo: {} })).toEqual(resolved({ matomo: true }));
  });

  test("has the site's word laid over it, key by key", () => {
    const over = {
      name: "Our statistics",
      purpose: "functional",
      text: "We count.",
      provider: "Us",
      privacy: "/us",
      hosts: ["stats.shop.example"],
      cookies: [{ name: "_pk_id*", life: "1mo" }],
      storage: [{ kind: "cache", name: "stats" }],
    };
    expect(described({ matomo: over })).toEqual([
      {
        id: "matomo",
        name: "Our statistics",
        text: "We count.",
        provider: "Us",
        privacy: "/us",
        hosts: ["stats.shop.example"],
        traces: [
          { kind: "cookie", name: "_pk_id*", life: "1 month" },
          { kind: "cache", name: "stats", life: "until it is deleted" },
        ],
      },
    ]);
    const [known] = described({ matomo: true });
    for (const [key, value] of Object.entries({ name: "N", text: "T", hosts: [] })) {
      expect(described({ matomo: { [key]: value } })).toEqual([{ ...known, [key]: value }]);
    }
    expect(described({ vimeo: { storage: [] } })).toEqual(described({ vimeo: true }));
    expect(described({ vimeo: { cookies: [] } })[0]?.traces).toEqual([]);
  });
});

describe("a service of the site's own", () => {
  test("has what the file says, and no more", () => {
    expect(described({ a: { name: "A", purpose: "functional" } })).toStrictEqual([
      { id: "a", name: "A", text: "", hosts: [], traces: [] },
    ]);
  });

  test("is told in the language", () => {
    const a = { name: "A", purpose: "functional", text: { en: "Hi", it: "Ciao" }, privacy: { en: "/e", it: "/i" } };
    expect(described({ a }, "it")).toMatchObject([{ text: "Ciao", privacy: "/i" }]);
  });
});

test("services come in the order of the file", () => {
  const services = { vimeo: true, a: { name: "A", purpose: "functional" }, matomo: true };
  expect(resolved(services).map(({ id }) => id)).toEqual(["vimeo", "a", "matomo"]);
});

test.each<[kind: string, life: string | undefined, en: string, it: string]>([
  ["cookie", "2y", "2 years", "2 anni"],
  ["cookie", "session", "", ""],
  ["cookie", undefined, "duration not stated", "durata non dichiarata"],
  ["localStorage", undefined, "until it is deleted", "fino alla cancellazione"],
  ["localStorage", "30d", "30 days", "30 giorni"],
  ["sessionStorage", undefined, "", ""],
  ["indexedDB", undefined, "until it is deleted", "fino alla cancellazione"],
  ["cache", undefined, "until it is deleted", "fino alla cancellazione"],
])("a %s with the life %j stays %j", (kind, life, en, it) => {
  const left = { name: "x", ...(life && { life }) };
  const list = kind === "cookie" ? { cookies: [left] } : { storage: [{ kind, ...left }] };
  const services = { a: { name: "A", purpose: "functional", ...list } };
  expect(described(services)[0]?.traces).toEqual([{ kind, name: "x", life: en }]);
  expect(described(services, "it")[0]?.traces).toEqual([{ kind, name: "x", life: it }]);
});

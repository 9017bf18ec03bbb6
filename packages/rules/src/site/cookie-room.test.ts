import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { CATALOGUE } from "../catalogue/catalogue.ts";
import { formatChoice } from "../choice.ts";
import { compileSite } from "./compile.ts";
import { COOKIE_BYTES, cookieBytes, hasSwitches } from "./cookie-room.ts";
import { warnOfSwitches } from "./warnings/switches.ts";

const services = (count: number, length: number, purpose = "functional") =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`s${index}`.padEnd(length, "x"), { name: "S", purpose }]),
  );
const compile = (patch: object) => compileSite(siteWith({ ...patch }), "en", {});

describe("the cookie at its largest", () => {
  test("has every answer, and each service once, under its purpose", () => {
    const written = "ghostlight=2.999999.999999.functional:1~maps:0~chat:0.analytics:1~stats:0!";
    const of = (id: string, purpose: string) => ({ id, purpose });
    const switched = [of("maps", "functional"), of("stats", "analytics"), of("chat", "functional")];
    expect(cookieBytes(["functional", "analytics"], switched)).toBe(written.length);
    expect(cookieBytes(["functional"], [])).toBe("ghostlight=1.999999.999999.functional:1".length);
  });

  test("is never larger than what was worked out, whatever is answered", () => {
    const { entry } = compile({ services: services(5, 9) });
    const answers = Object.fromEntries(entry.purposes.map((id) => [id, null]));
    const exceptions = Object.fromEntries(Object.keys(entry.services).map((id) => [id, true]));
    const text = formatChoice({ day: 20_000, revision: 0, answers, services: { functional: exceptions }, gpc: true });
    const all = Object.entries(entry.services).map(([id, purpose]) => ({ id, purpose }));
    expect(`ghostlight=${text}`.length).toBeLessThanOrEqual(cookieBytes(entry.purposes, all));
  });
});

describe("switches for services", () => {
  test("are there where all answers fit, for every service that can be refused", () => {
    const pay = { name: "Pay", purpose: "necessary" };
    const site = { services: { ...services(8, 8), pay } };
    expect(hasSwitches(siteWith(site))).toBe(true);
    expect(warnOfSwitches(siteWith(site))).toEqual([]);
    const { entry, center } = compile(site);
    expect([entry.purposesOnly, center.switches]).toEqual([undefined, Object.keys(services(8, 8))]);
  });

  test("hang on one byte", () => {
    const without = cookieBytes(["functional", "analytics", "personalization"], []) + "!".length;
    const room = COOKIE_BYTES - without - 18 * "~12345678:0".length - "~:0".length;
    const fitting = (length: number) =>
      siteWith({ services: { ...services(18, 8), ["x".repeat(length)]: { name: "S", purpose: "functional" } } });
    expect([hasSwitches(fitting(room)), hasSwitches(fitting(room + 1))]).toEqual([true, false]);
  });

  test("are not there where they would not fit, which is told with its figures and is no fault", () => {
    const many = { services: services(20, 20) };
    const { entry, center } = compile(many);
    expect([entry.purposesOnly, center.switches]).toEqual([true, []]);
    expect(Object.keys(entry.services)).toHaveLength(20);
    const [warning, ...more] = warnOfSwitches(siteWith(many));
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ path: "services", value: Object.keys(many.services) });
    const bytes = cookieBytes(
      entry.purposes,
      center.purposes.flatMap(({ id, services }) =>
        services.filter((one) => one.id !== "ghostlight").map((one) => ({ id: one.id, purpose: id })),
      ),
    );
    expect(warning?.message).toContain(
      `not by service: the answers to 20 services may need a cookie of ${bytes} bytes; it may have 300`,
    );
  });

  test("of services that nobody can refuse cost nothing", () => {
    expect(hasSwitches(siteWith({ services: services(40, 20, "necessary") }))).toBe(true);
  });

  test("fit for a dozen services of the catalogue, under four purposes", () => {
    const dozen = Object.fromEntries([...CATALOGUE.keys()].slice(0, 12).map((id) => [id, true]));
    const site = siteWith({ services: dozen, purposes: { functional: {}, marketing: {} } });
    expect(hasSwitches(site)).toBe(true);
  });
});

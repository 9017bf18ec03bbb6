/**
 * Pages that changed what they share with us: a call comes out of every step as it was made. Each act is undone before
 * anything else runs, as it breaks the tools of the tests, too; with all of Ghostlight around it runs in a browser.
 */
import { afterEach, describe, expect, test, vi } from "vitest";
import { ACTS, rememberGlobals } from "../../test/hostile.ts";
import { REDACT } from "../../test/site.ts";
import { readArguments } from "./arguments.ts";
import { type Call, toJson, type Verb } from "./call.ts";
import { createCarried } from "./carried/store.ts";
import { createRedactor } from "./redact.ts";
import { type SealHost, sealCall } from "./seal.ts";
import { createJournal } from "./store.ts";

// The test's own, before any act.
const { parse, stringify } = JSON;

/** What `run` comes to on a page that did `act`; undone when it is over, also where it throws. */
function during<T>(act: () => void, run: () => T): T {
  const restore = rememberGlobals();
  try {
    act();
    return run();
  } finally {
    restore();
  }
}

const page = { path: "/", referrer: "", search: "", title: "", url: "https://shop.example/" };
const made = (type: Verb, args: readonly unknown[]): Call => ({
  id: "id-1",
  type,
  args: toJson(args),
  at: 0,
  page,
  purposes: ["analytics"],
});
const note = vi.fn();
afterEach(() => void note.mockReset());
const redact = createRedactor(REDACT);
const host: SealHost = {
  asked: ["analytics"],
  device: {} as SealHost["device"],
  newId: () => "id-2",
  now: Date.now,
  toJson,
  note,
};
/** The message that a call becomes, as JSON. */
function sealed(type: Verb, args: readonly unknown[]): string | undefined {
  const call = made(type, args);
  const reading = readArguments(type, parse(call.args));
  return typeof reading === "string" ? stringify(reading) : sealCall(call, redact(reading), host)(undefined, 0).text;
}

const PROPERTIES = {
  price: 10,
  tags: ["a", "b"],
  empty: [],
  deep: { list: [{ n: 1 }] },
  at: new Date(0),
  none: null,
  text: "[x]",
  model: { toJSON: () => ({ n: 2 }) },
  password: "hunter2",
};
const PLAIN = { ...PROPERTIES, at: "1970-01-01T00:00:00.000Z", model: { n: 2 } };
const CLEAN = { ...PLAIN, password: "[redacted]" };

describe.each(Object.entries(ACTS))("where %s", (_, act) => {
  test("a call is copied as it is", () => {
    const { text, copy } = during(act, () => ({
      text: toJson(PROPERTIES),
      copy: toJson(["Product Viewed", PROPERTIES]),
    }));
    expect(parse(text)).toEqual(PLAIN);
    expect(parse(copy)).toEqual(["Product Viewed", PLAIN]);
  });

  test("what no event can be is told all the same", () => {
    const refused = (value: unknown): unknown => {
      try {
        return toJson(["A", { value }]);
      } catch (error) {
        return error;
      }
    };
    const circle: unknown[] = [];
    circle.push(circle);
    const faults = during(act, () => [() => 1, Symbol("a"), circle, document].map(refused));
    for (const fault of faults) expect(fault).toBeInstanceOf(TypeError);
  });

  test("a message is what was said", () => {
    const [track, identify, view] = during(act, () => [
      sealed("track", ["Product Viewed", PROPERTIES]),
      sealed("identify", ["u-1", { tags: ["a"] }]),
      sealed("page", ["Docs", "Index", { n: [1] }]),
    ]);
    expect(parse(track ?? "")).toMatchObject({ event: "Product Viewed", properties: CLEAN, messageId: "id-1" });
    expect(parse(identify ?? "")).toMatchObject({ userId: "u-1", traits: { tags: ["a"] } });
    expect(parse(view ?? "")).toMatchObject({ category: "Docs", name: "Index", properties: { ...page, n: [1] } });
    expect(note).not.toHaveBeenCalled();
  });

  test("what must not travel is taken out, and nothing else", () => {
    const given = parse(stringify(PROPERTIES));
    expect(during(act, () => redact(given))).toEqual(CLEAN);
  });

  test("what a page could not finish is finished by the next", () => {
    const first = made("track", ["Product Viewed", PROPERTIES]);
    const second = { ...made("page", []), id: "id-2" };
    const journal = createJournal(note);
    const taken = during(act, () => {
      journal.write([first]);
      journal.write([second]);
      return createCarried(journal, parse, note).take();
    });
    journal.erase();
    expect(taken).toEqual([first, second]);
    expect(note).not.toHaveBeenCalled();
  });
});

import type { ConsentSignal } from "@ghostlight/rules";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tellTools } from "./apply.ts";
import { createCaller } from "./caller/apply.ts";

/** Tells these at once; then as consent changes. */
function createTools(signals: readonly ConsentSignal[]) {
  const listening: Parameters<Parameters<typeof tellTools>[1]>[1][] = [];
  tellTools({ signals, calls: createCaller }, (_, listen) => listening.push(listen));
  const hear = (chosen: boolean, purposes: readonly string[]): void => {
    for (const listen of listening) listen({ chosen, purposes });
  };
  return { hear, after: (granted: readonly string[]) => hear(true, granted) };
}

const page = window as unknown as Record<string, unknown>;
const when = (purpose: string, yes: unknown, no: unknown) => ({ "?": [purpose, no, yes] });
const answered = (after: unknown, before: unknown) => when("?", after, before);

const on = (queue: string, how: ConsentSignal["how"]): ConsentSignal => ({
  queue,
  how,
  commands: [["consent", answered("update", "default"), { ads: when("ads", "granted", "denied") }]],
});
const BEFORE = ["consent", "default", { ads: "denied" }];
const UPDATE = (ads: string) => ["consent", "update", { ads }];

const tool: ConsentSignal = {
  queue: "tool",
  how: "call",
  commands: [["consent", when("ads", "grant", "revoke")]],
};

afterEach(() => {
  for (const name of ["queue", "tool", "_tool"]) delete page[name];
});

describe("on a list", () => {
  test("calls travel as arguments objects, as Google's tags want them", () => {
    createTools([on("queue", "arguments")]);
    const [call] = page.queue as IArguments[];
    expect(Object.prototype.toString.call(call)).toBe("[object Arguments]");
    expect([...(call ?? [])]).toEqual(BEFORE);
  });

  test("calls travel as arrays, or item by item", () => {
    createTools([on("queue", "array")]);
    expect(page.queue).toEqual([BEFORE]);
    delete page.queue;
    createTools([on("queue", "items")]);
    expect(page.queue).toEqual(BEFORE);
  });

  test("that is there already is used, whatever it is, by its own push", () => {
    const push = vi.fn();
    page.queue = { push };
    createTools([on("queue", "items")]);
    expect(push.mock.calls).toEqual([BEFORE]);
    const list = ["before us"];
    page.queue = list;
    createTools([on("queue", "array")]);
    expect(list).toEqual(["before us", BEFORE]);
  });

  test("a replaced queue is found again", () => {
    const { after } = createTools([on("queue", "array")]);
    page.queue = [];
    after([]);
    expect(page.queue).toEqual([UPDATE("denied")]);
  });
});

describe("exactly one update a change", () => {
  test.each(["arguments", "array"] as const)("as %s", (how) => {
    const { after } = createTools([on("queue", how)]);
    for (const granted of [[], [], ["ads"], ["ads"], ["other", "ads"], [], ["ads"]]) after(granted);
    const calls = (page.queue as ArrayLike<unknown>[]).map((call) => Array.from(call));
    expect(calls).toEqual([BEFORE, ...["denied", "granted", "denied", "granted"].map(UPDATE)]);
  });

  test("a tool that would hear again what it heard before the choice is left alone", () => {
    const heard = vi.fn();
    page.tool = heard;
    const { after } = createTools([tool]);
    after([]);
    after(["ads"]);
    after([]);
    expect(heard.mock.calls).toEqual([
      ["consent", "revoke"],
      ["consent", "grant"],
      ["consent", "revoke"],
    ]);
  });

  test("a tool hears nothing of a purpose that is not its own", () => {
    const heard = vi.fn();
    page.tool = heard;
    createTools([tool]).after(["ads", "other"]);
    expect(heard.mock.calls).toEqual([
      ["consent", "revoke"],
      ["consent", "grant"],
    ]);
  });
});

describe("before a choice", () => {
  const heard = vi.fn();
  beforeEach(() => {
    heard.mockClear();
    page.tool = heard;
  });
  const said = () => heard.mock.calls.map(([, what]) => what);
  const asked = { ...tool, commands: [["consent", answered(when("ads", "grant", "deny"), "revoke")]] };

  test("nobody takes for an answer that there is none", () => {
    const { hear } = createTools([asked]);
    hear(false, []);
    expect(said()).toEqual(["revoke"]);
  });

  test("what the law allows until then is told, and what a choice takes back of it", () => {
    const { hear } = createTools([asked]);
    hear(false, ["ads"]);
    expect(said()).toEqual(["revoke", "grant"]);
    hear(false, []);
    expect(said()).toEqual(["revoke", "grant", "deny"]);
  });

  test("a choice that is forgotten is told of", () => {
    const { hear } = createTools([asked]);
    hear(true, ["ads"]);
    hear(false, []);
    expect(said()).toEqual(["revoke", "grant", "deny"]);
  });
});

describe("a function that is not there yet", () => {
  /** As the Meta pixel's snippet: takes a function that exists for itself, else leaves its own. */
  const load = (heard: unknown[][]): boolean => {
    if (page.tool) return false;
    const stub = (...call: unknown[]) => heard.push(call);
    page.tool = stub;
    if (!page._tool) page._tool = stub;
    return true;
  };

  test("is not there for the snippet either, which loads, and hears us before the page's own calls", () => {
    const heard: unknown[][] = [];
    const { after } = createTools([tool]);
    after(["ads"]);
    expect(page.tool).toBeUndefined();
    expect(load(heard)).toBe(true);
    (page.tool as (...call: unknown[]) => void)("init", "1");
    after([]);
    expect(heard).toEqual([
      ["consent", "revoke"],
      ["consent", "grant"],
      ["init", "1"],
      ["consent", "revoke"],
    ]);
    expect(page.tool).toBe(page._tool);
  });

  test("can be replaced afterwards, as any other global", () => {
    createTools([tool]);
    load([]);
    expect(page.tool).toBeTypeOf("function");
    page.tool = "replaced";
    expect(page.tool).toBe("replaced");
  });

  test("is told by the next change where nobody has reached for it", () => {
    const heard: unknown[][] = [];
    const { after } = createTools([tool]);
    load(heard);
    after(["ads"]);
    expect(heard).toEqual([
      ["consent", "revoke"],
      ["consent", "grant"],
    ]);
  });

  test("as the Clarity snippet leaves it: the calls wait in its own queue", () => {
    createTools([tool]);
    const stub = Object.assign((...call: unknown[]) => stub.q.push(call), { q: [] as unknown[][] });
    page.tool ||= stub;
    expect((page.tool as typeof stub).q).toEqual([["consent", "revoke"]]);
  });
});

describe("never throws, and the others are told", () => {
  test.each<[string, () => void]>([
    ["a frozen list", () => (page.queue = Object.freeze([]))],
    ["a number", () => (page.queue = 5)],
    ["an object without push", () => (page.queue = {})],
    ["null that stays", () => Object.defineProperty(page, "queue", { value: null, configurable: true })],
    [
      "a push that throws",
      () => {
        page.queue = {
          push() {
            throw new Error("theirs");
          },
        };
      },
    ],
    [
      "a getter that throws",
      () =>
        Object.defineProperty(page, "queue", {
          configurable: true,
          get() {
            throw new Error("theirs");
          },
        }),
    ],
  ])("%s", (_, prepare) => {
    prepare();
    const heard = vi.fn();
    page.tool = heard;
    const { after } = createTools([on("queue", "array"), { ...tool, queue: "queue" }, tool]);
    after(["ads"]);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test("a function that throws, in our call or when the page reaches for it", () => {
    const { after } = createTools([tool]);
    page.tool = () => {
      throw new Error("theirs");
    };
    expect(page.tool).toBeTypeOf("function");
    expect(() => after(["ads"])).not.toThrow();
  });
});

test("without signals nothing is touched", () => {
  const names = Object.keys(window);
  const { after } = createTools([]);
  after(["ads"]);
  expect(Object.keys(window)).toEqual(names);
});

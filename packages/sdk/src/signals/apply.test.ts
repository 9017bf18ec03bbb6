import type { ConsentSignal } from "@ghostlight/rules";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createSignals as create } from "./apply.ts";
import { createCaller } from "./caller/apply.ts";

/** Before a choice, and after one. */
function createSignals(signals: readonly ConsentSignal[]) {
  const tell = create(signals, createCaller);
  return { before: () => tell(), after: (granted: readonly string[]) => tell(granted) };
}

const page = window as unknown as Record<string, unknown>;
const when = (purpose: string, yes: unknown, no: unknown) => ({ "?": purpose, yes, no });

const on = (queue: string, how: ConsentSignal["how"]): ConsentSignal => ({
  queue,
  how,
  before: [["consent", "default", { ads: "denied" }]],
  after: [["consent", "update", { ads: when("ads", "granted", "denied") }]],
});
const BEFORE = ["consent", "default", { ads: "denied" }];
const UPDATE = (ads: string) => ["consent", "update", { ads }];

const tool: ConsentSignal = {
  queue: "tool",
  how: "call",
  before: [["consent", "revoke"]],
  after: [["consent", when("ads", "grant", "revoke")]],
};

afterEach(() => {
  for (const name of ["queue", "tool", "_tool"]) delete page[name];
});

describe("on a list", () => {
  test("calls travel as arguments objects, as Google's tags want them", () => {
    createSignals([on("queue", "arguments")]).before();
    const [call] = page.queue as IArguments[];
    expect(Object.prototype.toString.call(call)).toBe("[object Arguments]");
    expect([...(call ?? [])]).toEqual(BEFORE);
  });

  test("calls travel as arrays, or item by item", () => {
    createSignals([on("queue", "array")]).before();
    expect(page.queue).toEqual([BEFORE]);
    delete page.queue;
    createSignals([on("queue", "items")]).before();
    expect(page.queue).toEqual(BEFORE);
  });

  test("that is there already is used, whatever it is, by its own push", () => {
    const push = vi.fn();
    page.queue = { push };
    createSignals([on("queue", "items")]).before();
    expect(push.mock.calls).toEqual([BEFORE]);
    const list = ["before us"];
    page.queue = list;
    createSignals([on("queue", "array")]).before();
    expect(list).toEqual(["before us", BEFORE]);
  });

  test("a replaced queue is found again", () => {
    const { before, after } = createSignals([on("queue", "array")]);
    before();
    page.queue = [];
    after([]);
    expect(page.queue).toEqual([UPDATE("denied")]);
  });
});

describe("exactly one update a change", () => {
  test.each(["arguments", "array"] as const)("as %s", (how) => {
    const { before, after } = createSignals([on("queue", how)]);
    before();
    for (const granted of [[], [], ["ads"], ["ads"], ["other", "ads"], [], ["ads"]]) after(granted);
    const calls = (page.queue as ArrayLike<unknown>[]).map((call) => Array.from(call));
    expect(calls).toEqual([BEFORE, ...["denied", "granted", "denied", "granted"].map(UPDATE)]);
  });

  test("a tool that would hear again what it heard before the choice is left alone", () => {
    const heard = vi.fn();
    page.tool = heard;
    const { before, after } = createSignals([tool]);
    before();
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
    createSignals([tool]).after(["ads", "other"]);
    expect(heard).toHaveBeenCalledOnce();
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
    const { before, after } = createSignals([tool]);
    before();
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
    createSignals([tool]).before();
    load([]);
    expect(page.tool).toBeTypeOf("function");
    page.tool = "replaced";
    expect(page.tool).toBe("replaced");
  });

  test("is told by the next change where nobody has reached for it", () => {
    const heard: unknown[][] = [];
    const { before, after } = createSignals([tool]);
    before();
    load(heard);
    after(["ads"]);
    expect(heard).toEqual([
      ["consent", "revoke"],
      ["consent", "grant"],
    ]);
  });

  test("as the Clarity snippet leaves it: the calls wait in its own queue", () => {
    createSignals([tool]).before();
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
    const { before, after } = createSignals([on("queue", "array"), { ...tool, queue: "queue" }, tool]);
    before();
    after(["ads"]);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test("a function that throws, in our call or when the page reaches for it", () => {
    const { before, after } = createSignals([tool]);
    before();
    page.tool = () => {
      throw new Error("theirs");
    };
    expect(page.tool).toBeTypeOf("function");
    expect(() => after(["ads"])).not.toThrow();
  });
});

test("without signals nothing is touched", () => {
  const names = Object.keys(window);
  const { before, after } = createSignals([]);
  before();
  after(["ads"]);
  expect(Object.keys(window)).toEqual(names);
});

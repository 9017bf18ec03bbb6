import { describe, expect, test } from "vitest";
import type { Call } from "./call.ts";
import { createHold } from "./hold.ts";

const page = { path: "/", referrer: "", search: "", title: "", url: "https://shop.example/" };
const call = (name: string, type: Call["type"] = "track"): Call => ({
  type,
  name,
  properties: {},
  at: 0,
  page,
  purposes: [],
});
const names = (calls: readonly Call[]) => calls.map(({ name }) => name);

describe("before a choice", () => {
  test("the latest page view is kept and stamped with the choice; everything else is dropped", () => {
    const hold = createHold("page");
    for (const one of [call("/a", "page"), call("clicked"), call("/b", "page")]) hold.undecided(one);
    const released = hold.release(["analytics"]);
    expect(names(released)).toEqual(["/b"]);
    expect(released[0]?.purposes).toEqual(["analytics"]);
  });

  test("nothing is kept where the site wants it so", () => {
    const hold = createHold("drop");
    hold.undecided(call("/a", "page"));
    expect(hold.release(["analytics"])).toEqual([]);
  });
});

describe("while the engine comes", () => {
  test("calls keep their order and the purposes of their time, after the page view", () => {
    const hold = createHold("page");
    hold.undecided(call("/a", "page"));
    hold.agreed({ ...call("one"), purposes: ["personalization"] });
    hold.agreed(call("/b", "page"));
    const released = hold.release(["analytics"]);
    expect(names(released)).toEqual(["/a", "one", "/b"]);
    expect(released[1]?.purposes).toEqual(["personalization"]);
  });

  test("what was released is not released again", () => {
    const hold = createHold("page");
    hold.undecided(call("/a", "page"));
    hold.agreed(call("one"));
    hold.release([]);
    expect(hold.release([])).toEqual([]);
  });

  test("what was dropped is gone, page view and all", () => {
    const hold = createHold("page");
    hold.undecided(call("/a", "page"));
    hold.agreed(call("one"));
    hold.drop();
    expect(hold.release(["analytics"])).toEqual([]);
  });
});

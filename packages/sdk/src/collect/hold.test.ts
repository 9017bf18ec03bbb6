import { expect, test } from "vitest";
import type { Call } from "./call.ts";
import { createHold } from "./hold.ts";

const page = { path: "/", referrer: "", search: "", title: "", url: "https://shop.example/" };
const call = (name: string, type: Call["type"] = "track"): Call => ({
  id: name,
  type,
  args: "[]",
  at: 0,
  page,
  purposes: [],
});

test("the latest page view is kept and stamped with the choice; everything else is dropped", () => {
  const hold = createHold("page");
  for (const one of [call("/a", "page"), call("clicked"), call("/b", "page")]) hold.keep(one);
  expect(hold.release(["analytics"])).toEqual([{ ...call("/b", "page"), purposes: ["analytics"] }]);
});

test("nothing is kept where the site wants it so", () => {
  const hold = createHold("drop");
  hold.keep(call("/a", "page"));
  expect(hold.release(["analytics"])).toEqual([]);
});

test("what was released is not released again", () => {
  const hold = createHold("page");
  hold.keep(call("/a", "page"));
  hold.release([]);
  expect(hold.release([])).toEqual([]);
});

test("what was dropped is gone", () => {
  const hold = createHold("page");
  hold.keep(call("/a", "page"));
  hold.drop();
  expect(hold.release(["analytics"])).toEqual([]);
});

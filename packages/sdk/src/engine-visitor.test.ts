import { describe, expect, test } from "vitest";
import {
  call,
  choose,
  explain,
  NOW,
  note,
  onOwnPage,
  say,
  slot,
  stand,
  start,
  tellPage,
  wait,
} from "../test/engine.ts";
import { settle } from "../test/page.ts";
import { QUIET, WHY } from "../test/site.ts";
import type { StageChange } from "./api/api.ts";
import type { Call } from "./collect/call.ts";
import { createPreferencesStore } from "./preferences/store.ts";

onOwnPage();

describe("what happens to the visitor", () => {
  const told = () => tellPage.mock.calls.filter(([name]) => name === "stage" || name === "segment");
  const view = (): Call => say("page");

  test("is told once, with when and what brought it about", async () => {
    const { engine } = start("personalization");
    await engine.take(view());
    await engine.take(call("Product Viewed"));
    await engine.take(call("Product Viewed"));
    await engine.take(call("Product Added"));
    await wait(QUIET);
    const event = { at: NOW, cause: "event" } as const;
    expect(told()).toEqual([
      ["stage", { stage: "new", previous: undefined, at: NOW, cause: "start", event: undefined }],
      ["segment", { ...event, kind: "segment", id: "seen", entered: true, event: "Page Viewed" }],
      ["stage", { ...event, stage: "lead", previous: "new", event: "Product Viewed" }],
      ["stage", { stage: "waiting", previous: "lead", at: NOW + QUIET, cause: "time", event: undefined }],
    ]);
  });

  test("in another tab is shown here, where its stage is told of without when and why, and its segments are not", async () => {
    const here = start("personalization").engine;
    await here.take(call("Product Viewed"));
    const { engine: there } = start("personalization");
    await there.lookAgain();
    await settle();
    tellPage.mockClear();
    await there.take(view());
    await there.take(call("Product Viewed"));
    await settle();
    const stages = told().flatMap(([name, one]): StageChange[] => (name === "stage" ? [one] : []));
    expect(stages).toContainEqual({ stage: "lead", previous: "new", at: NOW, cause: "event", event: "Product Viewed" });
    expect(told().filter(([name]) => name === "segment")).toHaveLength(1);
    expect(slot()?.textContent).toBe("Welcome back");
  });

  test("also follows where they can be reached, as they set it", async () => {
    const { engine } = start("personalization");
    await engine.take(call("Product Viewed"));
    await createPreferencesStore(note, true).set({ channels: { onsite: true }, topics: [] });
    engine.lookAgain();
    await settle();
    expect(told().at(-1)).toEqual([
      "segment",
      { at: NOW, kind: "segment", id: "reachable", entered: true, cause: "context" },
    ]);
  });

  test("ends with what it rests on", async () => {
    const { engine } = start("personalization");
    await engine.take(call("Product Viewed"));
    stand.mockClear();
    tellPage.mockClear();
    choose(engine);
    expect(stand.mock.calls[0]).toEqual([]);
    expect(told()).toEqual([["stage", { stage: undefined, previous: "new" }]]);
  });

  test("can be ruled out, where it is a liking", async () => {
    const { engine } = start("personalization");
    await engine.take(call("Product Viewed"));
    const { about, interest } = explain(engine);
    expect(await about()).toEqual({
      names: WHY.names,
      interests: [{ affinity: "kind", value: "boots", share: 1 }],
      reasons: {},
    });
    await engine.take(view());
    expect((await about())?.reasons).toEqual({ seen: ["page: 1"] });
    await interest("kind", "boots", false);
    expect((await about())?.interests).toEqual([]);
    await interest("colour", "red", true);
    await engine.take(call("Product Viewed"));
    expect((await about())?.interests).toEqual([]);
    await interest("kind", "shoes", true);
    expect((await about())?.interests).toEqual([{ affinity: "kind", value: "shoes", share: 1 }]);
  });

  test("can be explained, and not where nothing may be known", async () => {
    const { engine } = start("personalization");
    const { about, why } = explain(engine);
    expect(await why("lead")).toBeUndefined();
    await engine.take(call("Product Viewed"));
    expect(await why("lead")).toEqual({
      kind: "count",
      held: false,
      of: "view",
      wanted: { $gte: 2 },
      actual: 1,
    });
    expect(await why("nobody")).toBeUndefined();
    choose(engine, "analytics");
    expect([await why("lead"), await about()]).toEqual([undefined, undefined]);
  });

  test("is not changed by a wish that comes after the withdrawal", async () => {
    const { engine } = start("personalization");
    await engine.take(call("Product Viewed"));
    const wished = explain(engine).interest("kind", "boots", true);
    choose(engine, "analytics");
    await wished;
    expect(await engine.dump()).not.toMatchObject({ ghost: expect.anything() });
  });
});

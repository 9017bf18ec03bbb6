import { type Context, JUDGING, type Life, resumeLife, reviveGhost, UTC, WHOLE } from "@ghostlight/rules";
import { describe, expect, test, vi } from "vitest";
import { ENGINE, WHY } from "../../../test/site.ts";
import { createWhy, type Look } from "./why.ts";

const NOW = Date.UTC(2026, 10, 21);
const context: Context = { purposes: ["personalization"], channels: [], facts: {}, calendar: UTC, ...WHOLE };
const { plan } = ENGINE;

describe("where nothing is known", () => {
  const change = vi.fn(async () => {});
  const { why, about, interest } = createWhy(WHY, { look: async () => undefined, change });

  test("nothing can be explained", async () => {
    expect([await why("lead"), await about()]).toEqual([undefined, undefined]);
  });

  test("a wish is the engine's to keep or to drop", async () => {
    await interest("kind", "boots", true);
    expect(change).toHaveBeenCalledOnce();
  });
});

describe("a visitor who has seen nothing yet", () => {
  const life: Life = resumeLife(plan, reviveGhost(undefined, NOW, plan), NOW, context);
  const look: Look = { plan, life, now: NOW, context, judging: JUDGING };
  const changed: Life[] = [];
  const explain = createWhy(WHY, {
    look: async () => look,
    change: async (to) => void changed.push(to(look)),
  });

  test("is told why not, by the id of a stage or a segment", async () => {
    expect(await explain.why("lead")).toMatchObject({ held: false, of: "view", actual: 0 });
    expect(await explain.why("seen")).toMatchObject({ held: false, of: "page", actual: 0 });
    expect(await explain.why("nobody")).toBeUndefined();
  });

  test("has names, and no interests or reasons", async () => {
    expect(await explain.about()).toEqual({ names: WHY.names, interests: [], reasons: {} });
  });

  test("may want to be known for something", async () => {
    await explain.interest("kind", "boots", true);
    const then = createWhy(WHY, { look: async () => ({ ...look, life: changed.at(-1) ?? life }), change: vi.fn() });
    expect((await then.about())?.interests).toEqual([{ affinity: "kind", value: "boots", share: 1 }]);
  });

  test("stays as they are by a wish for what the site does not follow", async () => {
    await explain.interest("colour", "red", true);
    expect(changed.at(-1)).toBe(life);
  });
});

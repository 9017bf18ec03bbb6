import { describe, expect, test } from "vitest";
import { factMentions, mentions } from "./mentions.ts";
import type { ClauseSource } from "./source.ts";

const EVENT: ClauseSource = { event: "A" };

describe("what a clause mentions", () => {
  const clause: ClauseSource = {
    all: [
      EVENT,
      { not: { segment: "a" } },
      { any: [{ stage: "lead" }, { segment: "b" }, { all: [{ stage: "new" }] }] },
    ],
  };

  test("are its segments, each at its place", () => {
    expect(mentions(clause, "segment", "top")).toEqual([
      { path: "top.all.1.not.segment", name: "a" },
      { path: "top.all.2.any.1.segment", name: "b" },
    ]);
  });

  test("are its stages, each at its place", () => {
    expect(mentions(clause, "stage", "top")).toEqual([
      { path: "top.all.2.any.0.stage", name: "lead" },
      { path: "top.all.2.any.2.all.0.stage", name: "new" },
    ]);
  });

  test("is nothing for an event", () => {
    expect([...mentions(EVENT, "segment", ""), ...mentions(EVENT, "stage", "")]).toEqual([]);
  });
});

describe("of further kinds", () => {
  const clause: ClauseSource = {
    any: [
      { affinity: "category", of: "shoes", top: 1 },
      { consent: "marketing" },
      { not: { channel: "email", preferred: true } },
    ],
  };

  test.each<["affinity" | "consent" | "channel", string, string]>([
    ["affinity", "x.any.0.affinity", "category"],
    ["consent", "x.any.1.consent", "marketing"],
    ["channel", "x.any.2.not.channel", "email"],
  ])("%s", (kind, path, name) => {
    expect(mentions(clause, kind, "x")).toEqual([{ path, name }]);
  });
});

describe("the facts that a clause reads", () => {
  test("are the first steps of the paths in its conditions, joined ones too", () => {
    const clause: ClauseSource = {
      all: [
        { fact: { orders: { $gte: 2 }, "page.kind": "x" } },
        { not: { fact: { $or: [{ device: "mobile" }, { $not: { language: "it" } }] } } },
        { event: "A", where: { total: 1 } },
      ],
    };
    expect(factMentions(clause, "c")).toEqual([
      { path: "c.all.0.fact.orders", name: "orders" },
      { path: "c.all.0.fact.page.kind", name: "page" },
      { path: "c.all.1.not.fact.$or.0.device", name: "device" },
      { path: "c.all.1.not.fact.$or.1.$not.language", name: "language" },
    ]);
  });
});

/** The command that explains, from words to a tree. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { capture } from "../../test/capture.ts";
import { temporaryFolder } from "../../test/fixture.ts";

const folder = temporaryFolder();
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const bought = { event: "Order Completed" };
// biome-ignore lint/suspicious/noThenProperty: the site file calls it so; nothing here is awaited
const followed = (within: string) => ({ event: "Product Viewed", then: { ...bought, within } });
const segments = {
  fans: { if: { all: [{ ...bought, count: { $gte: 2 }, within: "30d" }, { not: { segment: "quiet" } }] } },
  quiet: { if: { silent: { $gte: "6mo" } }, stay: { silent: { $gt: "7d" } } },
  rich: { if: { ...bought, sum: { total: { $gte: 1000 } }, between: ["7d", "30d"] } },
  young: { if: { ...bought, first: { $lt: "45d" } } },
  choosy: { if: { event: ["Product Viewed", "Order Completed"], distinct: { category: { $gte: 3 } }, session: true } },
  left: { if: { event: "Product Added", without: { event: "Order Completed", within: "30m" } } },
  soon: { if: followed("2h") },
  later: { if: followed("1mo") },
  march: { if: { ...bought, where: { total: { $gt: 50 } }, between: ["2026-03-01", "2026-03-31"] } },
  lights: { if: { affinity: "category", of: "lamp", share: { $gte: 0.3 } } },
  best: { if: { affinity: "category", of: "chair", top: 1 } },
  plain: { if: { all: [{ consent: "analytics" }, { channel: "email" }, { stage: "hero" }] } },
  told: { if: { fact: { orders: { $gte: 2 }, $or: [{ device: "mobile" }, { "campaign.medium": "email" }] } } },
};
const shop = file(
  "shop.json",
  JSON.stringify({ site: "shop", origins: ["https://shop.example"], channels: ["email"], segments }),
);
const event = (name: string, timestamp: string, who: object, properties = {}) =>
  JSON.stringify({ type: "track", event: name, timestamp, ...who, properties });
const EVENTS = [
  event("Product Viewed", "2026-03-01T09:00:00Z", { anonymousId: "laptop" }, { category: "lamp" }),
  event("Order Completed", "2026-03-01T10:00:00Z", { anonymousId: "laptop", userId: "ada" }, { total: 70.5 }),
  event("Product Added", "2026-03-02T10:00:00Z", { userId: "ada" }, { category: "lamp" }),
  event("Product Viewed", "2026-03-02T10:00:00Z", { anonymousId: "phone" }),
].join("\n");

const why = (...flags: string[]) => capture(["why", shop, "-", "--at", "2026-03-10", ...flags], {}, EVENTS);
const tree = async (...flags: string[]) => (await why("--id", "ada", ...flags)).out;

describe("a tree says what was wanted, what there was, and until when", () => {
  test.each([
    ["fans", "✗ Order Completed: at least 2 times within 30 days → 1"],
    ["fans", '└ ✓ not\n  └ ✗ in the segment "quiet"\n    └ ✗ entered by the first, kept by either'],
    ["quiet", "✗ silent for at least 6 months → 7 days 14 hours"],
    ["quiet", "✓ silent for more than 7 days → 7 days 14 hours"],
    [
      "rich",
      '✗ Order Completed sum "total": at least 1,000 between 7 days and 30 days ago → 70.5 (may change at 2026-03-31T10:00:00.000Z)',
    ],
    [
      "young",
      "✓ the first Order Completed: less than 45 days ago → 8 days 14 hours ago (until 2026-04-15T10:00:00.000Z)",
    ],
    ["choosy", '✗ Order Completed or Product Viewed distinct "category": at least 3 different in this visit → 0'],
    ["left", "✓ Product Added, then for 30 minutes no Order Completed → 7 days 14 hours ago, not followed since"],
    ["soon", '✓ Order Completed within 2 hours after "Product Viewed": at least 1 time → 1'],
    ["later", '✓ Order Completed within 1 month after "Product Viewed": at least 1 time → 1'],
    ["march", '✓ Order Completed where {"total":{"$gt":50}} from 2026-03-01 to 2026-03-31: at least 1 time → 1'],
    ["lights", '✓ share of category "lamp": at least 0.3 → 1'],
    ["best", '✗ category "chair" is among the first 1 → no score'],
    ["plain", '├ ✓ agreed to analytics\n├ ✗ can be reached by email\n└ ✗ in the stage "hero" → in "waiting"'],
    ["told", "→ orders = 1, device = not told, campaign.medium = not told"],
  ])("%s: %s", async (segment, text) => {
    expect(await tree("--segment", segment)).toContain(text);
  });

  test("a clause of a past that never was", async () => {
    const { out } = await why("--id", "phone", "--segment", "young");
    expect(out).toContain("✗ the first Order Completed: less than 45 days ago → never came");
  });
});

describe("its heading says", () => {
  test.each([
    [
      ["--segment", "young"],
      'ada is in the segment "young" at 2026-03-10T00:00:00.000Z, since 2026-03-01T10:00:00.000Z.\nWith no new event they leave at 2026-04-15T10:00:00.000Z.\n',
    ],
    [
      ["--segment", "best"],
      'ada is not in the segment "best" at 2026-03-10T00:00:00.000Z.\nTime alone will not change that.\n',
    ],
    [
      ["--stage", "waiting"],
      'ada is in the stage "waiting" at 2026-03-10T00:00:00.000Z, since 2026-03-02T10:30:00.000Z.\n',
    ],
    [
      ["--stage", "at_risk"],
      'ada is not in the stage "at_risk" at 2026-03-10T00:00:00.000Z.\nThe stage is "waiting", since 2026-03-02T10:30:00.000Z.\nWith no new event they come in at 2026-05-01T10:00:00.000Z.\n',
    ],
    [["--stage", "occasional"], 'The stage is "waiting", which comes before it, since'],
  ])("%j", async (flags, text) => {
    expect(await tree(...flags)).toContain(text);
  });

  test("whose a device is", async () => {
    const { out } = await why("--id", "laptop", "--segment", "young");
    expect(out).toMatch(/^laptop is ada\.\nada is in the segment/);
  });
});

test("gives the explanation itself to programs", async () => {
  const { code, out } = await why("--id", "laptop", "--segment", "young", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    kind: "first",
    held: true,
    flips: "2026-04-15T10:00:00.000Z",
    of: "Order Completed",
    wanted: { $lt: 45 * 86_400_000 },
    actual: 8 * 86_400_000 + 14 * 3_600_000,
  });
});

test.each([
  [["--segment", "fans"], 2, "whose? give a userId or an anonymousId with --id"],
  [["--id", "ada"], 2, "why what? give one --segment or one --stage"],
  [["--id", "ada", "--segment", "fans", "--stage", "new"], 2, "why what?"],
  [["--id", "ada", "--segment", "fasn"], 1, 'the site has no segment "fasn"; did you mean "fans"?'],
  [["--id", "ada", "--segment", "waiting"], 1, 'the site has no segment "waiting"'],
  [["--id", "ada", "--stage", "fans"], 1, 'the site has no stage "fans"; known: lost, at_risk'],
  [["--id", "adda", "--segment", "fans"], 1, 'no event of "adda" until 2026-03-10T00:00:00.000Z; did you mean "ada"?'],
  [["--id", "somebody", "--segment", "fans"], 1, 'no event of "somebody" until 2026-03-10T00:00:00.000Z\n'],
  [["--id", "ada", "--segment", "fans", "--zone", "x"], 2, 'there is no time zone "x"'],
])("%j fails and says why", async (flags, code, reason) => {
  const result = await why(...flags);
  expect([result.code, result.out]).toEqual([code, ""]);
  expect(result.err).toContain(reason);
});

/** What is packed ahead, and in which order. */
import { expect, test } from "vitest";
import { ARTEFACTS, site } from "../../test/fixture.ts";
import { packNode } from "./pack-node.ts";
import { publishSite } from "./publish.ts";
import { warm } from "./warm.ts";

function kindOf(text: string): string {
  if (text === "{}") return "map";
  if (!text.includes("globalThis.seen")) return "chunk";
  return text.includes("chunks:") ? "asking" : "entry";
}

function publish() {
  const warmed: string[] = [];
  const pack = (text: string) => ({
    ...packNode(text),
    warm: async () => void warmed.push(kindOf(text)),
  });
  const maps = { engine: "{}", entry: "{}" };
  const laws = (["opt-in", "notice"] as const).map((regime) => ({ regime, doubleOptIn: false }));
  return { warmed, published: publishSite(site(), { ...ARTEFACTS, maps }, pack, laws) };
}

test("entries, then those with the dialog, then chunks, and no maps", async () => {
  const { warmed, published } = publish();
  await warm([published], () => true);
  expect(warmed.slice(0, 2)).toEqual(["entry", "entry"]);
  expect(warmed.slice(2, 6)).toEqual(["asking", "asking", "asking", "asking"]);
  expect(new Set(warmed.slice(6))).toEqual(new Set(["chunk"]));
  expect(warmed.length).toBeGreaterThan(20);
});

test("nothing more once it is no longer wanted", async () => {
  const { warmed, published } = publish();
  await warm([published, published], () => warmed.length < 3);
  expect(warmed).toHaveLength(3);
});

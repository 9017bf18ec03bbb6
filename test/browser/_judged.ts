/** Segments that ask for code that few sites have, and a visitor who is in some of them. */
import type { Page } from "@playwright/test";
import { expect, push } from "./edge.ts";

const viewed = { event: "Product Viewed", count: { $gte: 1 } };
const lamps = { affinity: "category", of: "lamps" };

export const JUDGED = {
  fan: { if: { ...lamps, share: { $gte: 0.5 } } },
  keen: { if: { ...lamps, score: { $gte: 0.9 } } },
  sated: { if: { ...lamps, score: { $gte: 2 } } },
  tagged: { if: { ...viewed, where: { tags: { $alli: ["SALE"] } } } },
  recent: { if: { ...viewed, where: { version: { $vgte: "1.10.0" } } } },
  older: { if: { ...viewed, where: { $nor: [{ version: { $vgt: "1.9.0" } }] } } },
  english: { if: { fact: { language: { $regexi: "^EN" } } } },
  french: { if: { fact: { language: { $regexi: "^FR" } } } },
};

const ask = (page: Page, what: "segments" | "why") =>
  page.evaluate(async (what) => {
    const { ghostlight } = window;
    if (!ghostlight || Array.isArray(ghostlight)) return undefined;
    if (what === "segments") return ghostlight.segments();
    const told = await Promise.all(["fan", "sated", "recent"].map((id) => ghostlight.why(id)));
    return told.map((one) => one && { kind: one.kind, held: one.held });
  }, what);

/** A look at one lamp, by somebody who agreed; then where they stand, and why. */
export async function expectJudged(page: Page): Promise<void> {
  await push(page, ["track", "Product Viewed", { category: "lamps", tags: ["sale"], version: "1.9.0" }]);
  const mine = async () => ((await ask(page, "segments")) as string[]).filter((id) => Object.hasOwn(JUDGED, id));
  await expect.poll(async () => (await mine()).sort()).toEqual(["english", "fan", "keen", "older", "tagged"]);
  expect(await ask(page, "why")).toEqual([
    { kind: "share", held: true },
    { kind: "score", held: false },
    { kind: "count", held: false },
  ]);
}

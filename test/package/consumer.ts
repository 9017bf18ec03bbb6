/** What a user of the packages may write, and what must not compile. Checked against the packed packages, not the sources. */
import { createApp } from "@ghostlight/edge";
import { evaluateCondition } from "@ghostlight/rules";
import { checkSite, compileSite } from "@ghostlight/rules/site";
import { type CompiledSite, createGhostlight, type Ghostlight } from "ghostlight";
import sites from "./shop.json" with { type: "json" };

const checked = checkSite({ site: "shop", origins: ["https://shop.example"] });
const site: CompiledSite | undefined = checked.ok ? compileSite(checked.site, "en", {}) : undefined;

export function start(compiled: CompiledSite): Ghostlight {
  const ghostlight = createGhostlight({ site: compiled, edge: "https://shop.example/g/" });
  ghostlight.track("Product Viewed", { product_id: "p1", price: 89 });
  const stop: () => void = ghostlight.on("stage", ({ stage, previous }) => [stage, previous].join());
  stop();
  ghostlight.consent.set({ analytics: true });
  window.ghostlight?.push(["track", "Product Viewed"], (one: Ghostlight) => one.stage());
  // @ts-expect-error: there is no such event to listen to
  ghostlight.on("stages", () => {});
  // @ts-expect-error: an event needs a name
  ghostlight.track();
  // @ts-expect-error: properties are an object
  ghostlight.track("Product Viewed", "p1");
  // @ts-expect-error: what was handed out cannot be changed
  ghostlight.version = "2";
  return ghostlight;
}

export const fromJson = (): Ghostlight => createGhostlight({ site: sites.en, edge: "https://shop.example/g/" });
// @ts-expect-error: the site of all languages is none
export const inNone = (): Ghostlight => createGhostlight({ site: sites, edge: "https://shop.example/g/" });

export const holds: boolean = evaluateCondition({ price: { $gte: 50 } }, { price: 89 });
// @ts-expect-error: an edge needs its sites
export const app = () => createApp({});
export { site };

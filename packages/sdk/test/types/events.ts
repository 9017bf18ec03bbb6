/** Never run: `tsc` checks that right calls compile and that each line below a `@ts-expect-error` does not. */
import {
  type CommerceEvents,
  createGhostlight,
  type Ghostlight,
  type Message,
  type Middleware,
  type Options,
  type Plugin,
  type Product,
} from "../../src/index.ts";

declare const options: Options;

/** As a developer writes it: no index signature, some properties required. */
interface LampEvents {
  readonly "Lamp Dimmed": { readonly level: number; readonly room?: string };
  readonly "Lamp Switched": { readonly on?: boolean };
}

export function withMap(): Ghostlight<string, string, LampEvents> {
  const ghostlight = createGhostlight<LampEvents>(options);
  ghostlight.track("Lamp Dimmed", { level: 3 });
  ghostlight.track("Lamp Dimmed", { level: 3, room: "hall" }, { context: {} }, () => {});
  ghostlight.track({ event: "Lamp Dimmed", properties: { level: 3 } });
  ghostlight.track("Lamp Switched");
  ghostlight.track("Lamp Switched", (message) => message?.messageId);
  ghostlight.track("Lamp Switched", { on: true });
  // @ts-expect-error: a misspelt event
  ghostlight.track("Lamp Dimed", { level: 3 });
  // @ts-expect-error: an event of e-commerce that the map does not hold
  ghostlight.track("Product Viewed", { price: 5 });
  // @ts-expect-error: a misspelt property
  ghostlight.track("Lamp Dimmed", { level: 3, rom: "hall" });
  // @ts-expect-error: a misspelt property where none is required
  ghostlight.track("Lamp Switched", { om: true });
  // @ts-expect-error: a property of the wrong kind
  ghostlight.track("Lamp Dimmed", { level: "3" });
  // @ts-expect-error: a required property is missing
  ghostlight.track("Lamp Dimmed", { room: "hall" });
  // @ts-expect-error: all properties are missing, one of which is required
  ghostlight.track("Lamp Dimmed");
  // @ts-expect-error: a misspelt event in one object
  ghostlight.track({ event: "Lamp Dimed", properties: { level: 3 } });
  // @ts-expect-error: a required property is missing in one object
  ghostlight.track({ event: "Lamp Dimmed", properties: {} });
  return ghostlight;
}

export function joined(): void {
  const ghostlight = createGhostlight<CommerceEvents & LampEvents>(options);
  ghostlight.track("Lamp Dimmed", { level: 3 });
  ghostlight.track("Product Viewed", { product_id: "p1" });
  // @ts-expect-error: in neither
  ghostlight.track("Product Vewed", { product_id: "p1" });
}

export function byDefault(name: string, product: Product): Ghostlight {
  const ghostlight = createGhostlight(options);
  ghostlight.track("Product Viewed", { product_id: "p1", price: 89, quantity: 1, own: true });
  ghostlight.track("Order Completed", { order_id: "o1", total: 5, products: [product, { sku: "s", price: 2 }] });
  ghostlight.track("Whatever Happened", { anything: [1] });
  ghostlight.track(name, { anything: [1] });
  ghostlight.track("Cart Viewed");
  // @ts-expect-error: a price is a number
  ghostlight.track("Product Viewed", { price: "89" });
  // @ts-expect-error: products are a list
  ghostlight.track("Order Completed", { products: product });
  // @ts-expect-error: properties are an object
  ghostlight.track("Whatever Happened", "p1");
  // @ts-expect-error: an event needs a name
  ghostlight.track();
  // @ts-expect-error: a name is a text
  ghostlight.track(5);
  return ghostlight;
}

export async function otherVerbs(ghostlight: Ghostlight): Promise<Message | undefined> {
  ghostlight.page();
  ghostlight.page("Boots", { size: 38 });
  ghostlight.page("Shop", "Boots", { size: 38 }, { timestamp: "2026-01-01T00:00:00Z" }, () => {});
  ghostlight.page({ size: 38 });
  ghostlight.identify("u", { plan: "pro" }, { integrations: { All: false } });
  ghostlight.identify(7);
  ghostlight.identify({ plan: "pro" }, { anonymousId: "own" });
  ghostlight.group("g", { seats: 5 }, () => {});
  ghostlight.alias("new", "old");
  ghostlight.alias("new", () => {});
  await ghostlight.reset();
  await ghostlight.flush();
  await ghostlight.ready(() => {});
  const stop: () => void = ghostlight.once("identify", ({ userId, context }) => [userId, context.sessionId]);
  stop();
  // @ts-expect-error: traits are an object
  ghostlight.identify("u", "pro");
  // @ts-expect-error: a time is a text
  ghostlight.track("A", {}, { timestamp: 5 });
  // @ts-expect-error: there is no such event to listen to
  ghostlight.off("trak", () => {});
  return ghostlight.page("Boots");
}

export const plugin: Plugin = { name: "pixel", purpose: "marketing", track: ({ event }) => event?.length };
// @ts-expect-error: a plugin has a name
export const nameless: Plugin = { track: () => {} };
export const middleware: Middleware = ({ payload, next }) => {
  payload.obj.context.ip = "0.0.0.0";
  delete payload.obj.properties?.email;
  next(payload);
};

/** How the shop talks to Ghostlight: a queue that works before it has loaded, and without it. */
import type { OrderProperties, ProductProperties } from "../events/commerce.ts";

/** What the visitor agreed to. */
export interface ConsentState {
  readonly chosen: boolean;
  readonly purposes: readonly string[];
}

interface ListProperties {
  readonly list_id: string;
  readonly category: string;
  readonly products: readonly ProductProperties[];
}

type LineProperties = ProductProperties & { readonly currency: string };

export type GhostlightCall =
  | readonly ["track", "Product List Viewed", ListProperties]
  | readonly ["track", "Product Viewed" | "Product Added" | "Product Removed", LineProperties]
  | readonly ["track", "Cart Viewed", { readonly products: readonly ProductProperties[] }]
  | readonly ["track", "Checkout Started", OrderProperties]
  | readonly ["track", "Order Completed", OrderProperties & { readonly order_id: string }]
  | readonly ["on", "stage", (change: { readonly stage: string }) => void]
  | readonly ["on", "consent", (state: ConsentState) => void]
  | readonly ["travel", number]
  | readonly ["consent.open" | "consent.reset"]
  | readonly ["consent.set", Readonly<Record<string, boolean>>]
  | ((ghostlight: { readonly consent: { readonly get: () => ConsentState } }) => void);

declare global {
  interface Window {
    ghostlight?: { push(...calls: GhostlightCall[]): unknown };
  }
}

/** Makes a call, now or as soon as Ghostlight is there. */
export const tell = (...calls: GhostlightCall[]): void => {
  window.ghostlight ||= [];
  window.ghostlight.push(...calls);
};

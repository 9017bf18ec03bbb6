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

interface FormProperties {
  readonly form_id: string;
  readonly form_name: string;
}

interface EstimateProperties {
  readonly products: readonly ProductProperties[];
  readonly total: number;
  readonly currency: string;
}

/** Why a rule holds or does not, clause by clause. */
export interface Explanation {
  readonly kind: string;
  readonly held: boolean;
  readonly flips?: string;
  readonly of?: unknown;
  readonly wanted?: unknown;
  readonly actual?: number;
  readonly parts?: readonly Explanation[];
}

/** What the demo's panel asks Ghostlight. */
export interface Ghostlight {
  readonly consent: { readonly get: () => ConsentState };
  readonly stage: () => string | undefined;
  readonly segments: () => readonly string[];
  readonly why: (id: string) => Promise<Explanation | undefined>;
  readonly profile: {
    readonly export: () => Promise<{ readonly data?: Readonly<Record<string, unknown>> } | undefined>;
  };
}

export type GhostlightCall =
  | readonly ["track", "Product List Viewed", ListProperties]
  | readonly ["track", "Product Viewed" | "Product Added" | "Product Removed", LineProperties]
  | readonly ["track", "Cart Viewed", { readonly products: readonly ProductProperties[] }]
  | readonly ["track", "Checkout Started", OrderProperties]
  | readonly ["track", "Order Completed", OrderProperties & { readonly order_id: string }]
  | readonly ["track", "Cancellation Terms Viewed", { readonly terms: string }]
  | readonly ["track", "Price Simulator Used", EstimateProperties]
  | readonly ["track", "Form Started" | "Form Submitted", FormProperties]
  | readonly ["on", "stage" | "segment", () => void]
  | readonly ["on", "consent", (state: ConsentState) => void]
  | readonly ["travel", number]
  | readonly ["consent.open" | "consent.reset"]
  | readonly ["consent.set", Readonly<Record<string, boolean>>]
  | ((ghostlight: Ghostlight) => void);

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

/** The models that ship with Ghostlight. */
import { CONTENT } from "./content.ts";
import type { Model } from "./model.ts";
import { SHOP } from "./shop.ts";
import { SUBSCRIPTION } from "./subscription.ts";

export const MODEL_IDS = ["shop", "subscription", "content"] as const;

export type ModelId = (typeof MODEL_IDS)[number];

export const MODELS: Readonly<Record<ModelId, Model>> = { shop: SHOP, subscription: SUBSCRIPTION, content: CONTENT };

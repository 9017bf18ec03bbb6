/** The preference center's chunk, with one site's sentences in one language. */
import type { CenterPart } from "@ghostlight/rules";
import type { CenterChunk } from "../layers.ts";
import { createPreferencesStore } from "../preferences/store.ts";
import { auditDialog } from "../ui/audit/apply.ts";
import { mountCenter } from "../ui/center/mount.tsx";
import { watchDeclarations } from "../ui/declaration/watch.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: CenterPart;

export const start: CenterChunk = {
  mount: (host) => mountCenter(__GHOSTLIGHT_PART__, host),
  preferences: createPreferencesStore,
  audit: auditDialog,
  declare: () => watchDeclarations(__GHOSTLIGHT_PART__),
};

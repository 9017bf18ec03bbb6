/** The preference center's chunk, with one site's sentences in one language. */
import type { CenterPart } from "@ghostlight/rules";
import type { CenterChunk } from "../layers.ts";
import { readProfile } from "../preferences/known.ts";
import { createPreferencesStore } from "../preferences/store.ts";
import { GIVEN } from "../ui/center/given.ts";
import { mountCenter } from "../ui/center/mount.tsx";
import type { Shown } from "../ui/center/view.ts";
import { watchDeclarations } from "../ui/declaration/watch.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: CenterPart & {
  readonly contact?: (...given: typeof GIVEN) => NonNullable<Shown["contact"]>;
};

const preferences: CenterChunk["preferences"] = (note) => createPreferencesStore(note, __GHOSTLIGHT_PART__.doubleOptIn);

export const start: CenterChunk = {
  mount: (host) => mountCenter({ ...__GHOSTLIGHT_PART__, contact: __GHOSTLIGHT_PART__.contact?.(...GIVEN) }, host),
  preferences,
  profile: (standing, dump, about, note) => readProfile(standing, dump, about, preferences(note)),
  declareCookies: () => watchDeclarations(__GHOSTLIGHT_PART__),
};

/** What only some sites need of a script. Read by the build, which makes each piece, and by the edge, which puts it in. */
import type { CompiledSite } from "@ghostlight/rules";
import { usesOf } from "@ghostlight/rules/site";

/**
 * A piece of code that is built by itself from `packages/sdk/src/tag/features/NAME.ts` and placed in the part of one
 * script, beside the data, as the member `name`.
 */
export interface Feature {
  readonly name: string;
  /** The script that takes it. */
  readonly script: "entry" | "banner" | "center" | "engine";
  /** The file of the sdk that lists what it is given by the script, as the `GIVEN` of these names. */
  readonly given?: string;
  /** Whether a site that compiles to this needs it. */
  readonly uses: (parts: CompiledSite) => boolean;
}

const hasSnapshot: Feature["uses"] = ({ entry, engine }) => entry.snapshot === true && engine.experiences.length > 0;

export const FEATURES = [
  {
    name: "tells",
    script: "entry",
    uses: ({ entry }) => entry.signals.length > 0,
  },
  {
    name: "calls",
    script: "entry",
    uses: ({ entry }) => entry.signals.some(({ how }) => how === "call"),
  },
  {
    name: "bar",
    script: "banner",
    uses: ({ banner }) => banner.layout === "bar",
  },
  {
    name: "modal",
    script: "banner",
    uses: ({ banner }) => banner.layout === "modal",
  },
  {
    name: "contact",
    script: "center",
    given: "ui/center/given.ts",
    uses: ({ center }) => center.channels.length > 0,
  },
  {
    name: "render",
    script: "engine",
    uses: (parts) => parts.engine.experiences.length > 0 && !hasSnapshot(parts),
  },
  {
    name: "operators",
    script: "engine",
    uses: ({ engine }) => usesOf(engine.plan).operators,
  },
  {
    name: "reach",
    script: "engine",
    uses: ({ engine }) => usesOf(engine.plan).reach,
  },
  {
    name: "pageFacts",
    script: "engine",
    uses: ({ engine }) => usesOf(engine.plan).pageFacts,
  },
  {
    name: "likes",
    script: "engine",
    uses: ({ engine }) => usesOf(engine.plan).likes,
  },
  {
    name: "slots",
    script: "entry",
    uses: hasSnapshot,
  },
  {
    name: "foresee",
    script: "engine",
    uses: hasSnapshot,
  },
] as const satisfies readonly Feature[];

export type FeatureName = (typeof FEATURES)[number]["name"];

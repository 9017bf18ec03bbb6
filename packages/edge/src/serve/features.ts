/** What only some sites need of a script. Read by the build, which makes each piece, and by the edge, which puts it in. */
import type { CompiledSite } from "@ghostlight/rules";
import { type Uses, usesOf } from "@ghostlight/rules/site";

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
  /** Members of the script's part that nothing else reads: without it, they are left out too. */
  readonly reads?: readonly string[];
  /** Whether a site that compiles to this needs it. */
  readonly uses: (parts: CompiledSite) => boolean;
}

/** Whether anything may be known of a visitor at all. */
const isKnown: Feature["uses"] = ({ entry }) => entry.purposes.includes("personalization");

const hasExperiences: Feature["uses"] = (parts) => isKnown(parts) && parts.engine.experiences.length > 0;

const hasSnapshot: Feature["uses"] = (parts) => parts.entry.snapshot === true && hasExperiences(parts);

/** Whether its rules ask for some code. */
const asksFor =
  (code: keyof Uses): Feature["uses"] =>
  (parts) =>
    isKnown(parts) && usesOf(parts.engine.plan)[code];

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
    name: "profile",
    script: "engine",
    given: "env/given.ts",
    reads: ["plan", "experiences"],
    uses: isKnown,
  },
  {
    name: "render",
    script: "engine",
    uses: (parts) => hasExperiences(parts) && !hasSnapshot(parts),
  },
  {
    name: "operators",
    script: "engine",
    uses: asksFor("operators"),
  },
  {
    name: "reach",
    script: "engine",
    uses: asksFor("reach"),
  },
  {
    name: "pageFacts",
    script: "engine",
    uses: asksFor("pageFacts"),
  },
  {
    name: "likes",
    script: "engine",
    uses: asksFor("likes"),
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

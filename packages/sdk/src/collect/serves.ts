/** What Ghostlight itself does something for. */
import type { Purpose } from "@ghostlight/rules";

/** Purposes under which the engine has work; pages add those of the tools that they register. */
export const ownPurposes = (): Purpose[] => ["analytics", "personalization"];

/** The same where there is no edge: nobody takes events. */
import type { Purpose } from "@ghostlight/rules";

export const ownPurposes = (): Purpose[] => ["personalization"];

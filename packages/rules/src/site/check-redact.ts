/** Whether a site says of a name both that it is secret and that it is not. */
import { inAnySpelling } from "./compile-redact.ts";
import type { Site } from "./schema.ts";
import type { SiteIssue } from "./words.ts";

export function checkRedact({ redact: { keys, keep } }: Site): SiteIssue[] {
  const secret = new Map(keys.map((name) => [inAnySpelling(name), name]));
  return keep.flatMap((name, index): SiteIssue[] => {
    const same = secret.get(inAnySpelling(name));
    if (same === undefined) return [];
    const message = `"${same}" under keys is the same name, so it is both secret and not`;
    return [{ path: `redact.keep.${index}`, value: name, message, mend: "take it out here, or there" }];
  });
}

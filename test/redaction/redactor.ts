/** What a site file comes to, as the page has it: what may have to be cleaned, and what cleans. */
import { checkSite, compileSite } from "@ghostlight/rules/site";
import { createRedactor, type Redact } from "../../packages/sdk/src/collect/redact.ts";

export interface Redactor {
  readonly clean: Redact;
  readonly isSuspect: (value: unknown) => boolean;
}

export function redactorOf(redact: object = {}): Redactor {
  const checked = checkSite({ site: "shop", origins: ["https://shop.example"], redact });
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const { redact: part, engine } = compileSite(checked.site, "en", {});
  const suspect = new RegExp(engine.suspect, "i");
  return { clean: createRedactor(part), isSuspect: (value) => suspect.test(JSON.stringify(value)) };
}

/** Whether a site file fits this build: everything that may be wrong with one that is to be served, told and not thrown. */
import { parseSite, type Site, type SiteIssue } from "@ghostlight/rules/site";
import { tooManyVariants } from "./variants.ts";

export type Fit =
  | { readonly ok: true; readonly site: Site; readonly warnings: readonly SiteIssue[] }
  | { readonly ok: false; readonly issues: readonly SiteIssue[] }
  | { readonly ok: false; readonly reason: string };

/** `compose`: makes all of its files; throws where that cannot be. */
export function fitSite(text: string, compose: (site: Site) => void): Fit {
  const parsed = parseSite(text);
  if (!parsed.ok) return parsed;
  const reason = tooManyVariants(parsed.site) ?? attempt(() => compose(parsed.site));
  return reason === undefined ? parsed : { ok: false, reason };
}

function attempt(run: () => void): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

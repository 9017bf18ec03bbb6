/** Whether a choice and a visitor can be reached as the file says: the domain of the cookie, topics without channels. */
import type { Site } from "./schema.ts";
import type { SiteIssue } from "./words.ts";

export function checkReach(site: Site): SiteIssue[] {
  return [...domain(site), ...topics(site)];
}

/** A browser refuses a cookie for a domain that the page does not belong to, or that belongs to many. */
function domain({ domain, origins }: Site): SiteIssue[] {
  if (domain === undefined) return [];
  if (SHARED.test(domain)) {
    const message = "under this domain anybody may have a name, so browsers keep no cookie for it";
    return [{ path: "domain", value: domain, message, mend: "write your own name too, or take it out" }];
  }
  const foreign = origins.find((origin) => !belongs(hostOf(origin), domain));
  if (foreign === undefined) return [];
  const message = `"${foreign}" does not belong to this domain`;
  return [{ path: "domain", value: domain, message, mend: "write a domain that all origins share, or take it out" }];
}

/**
 * The best known of the public suffixes (https://publicsuffix.org): second levels of countries, and hosts of many
 * sites. The whole list is longer than all of Ghostlight and changes weekly; on the others the browser has the last word.
 */
const SHARED =
  /^((ac|co|com|edu|go|gob|gov|gouv|ne|net|or|org)\.[a-z]{2}|(github|gitlab)\.io|(netlify|vercel|web|fly|firebase)\.app|(pages|workers|deno)\.dev|(herokuapp|myshopify|blogspot|azurewebsites|onrender)\.(com|net))$/;

function belongs(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, "").replace(/:\d+$/, "");
}

function topics({ topics, channels }: Site): SiteIssue[] {
  if (channels.length > 0 || Object.keys(topics).length === 0) return [];
  const mend = 'add channels, such as "channels": ["email"], or take the topics out';
  return [{ path: "topics", value: topics, message: "topics are asked with channels, and there are none", mend }];
}

/** Where a visit comes from, as a proxy in front of the edge says it. */
import type { Fields } from "./answer.ts";

/** The field with the region that belongs to a field with the country, by its name in lower case. */
const REGION_FIELDS: Readonly<Record<string, string>> = {
  "cf-ipcountry": "CF-Region-Code",
  "cloudfront-viewer-country": "CloudFront-Viewer-Country-Region",
  "x-vercel-ip-country": "X-Vercel-IP-Country-Region",
};

export interface CountryReader {
  /** Names of the request fields on which the answer depends. */
  readonly fields: readonly string[];
  /** `"CH"`, or `"US-CA"` where the region is known; undefined where nothing is. */
  readonly read: (request: Fields) => string | undefined;
}

/**
 * Reads the country from the field named `header`, and from no other: a field that no proxy overwrites
 * could be anybody's. Undefined: the country is never known.
 */
export function createCountryReader(header: string | undefined): CountryReader {
  if (header === undefined) return { fields: [], read: () => undefined };
  const key = header.toLowerCase();
  const regionHeader = Object.hasOwn(REGION_FIELDS, key) ? REGION_FIELDS[key] : undefined;
  return {
    fields: regionHeader === undefined ? [header] : [header, regionHeader],
    read(request) {
      const [, country, within] = /^([A-Z]{2})(?:-([A-Z0-9]{1,3}))?$/.exec(textOf(request, header)) ?? [];
      // XX stands for an unknown country. https://developers.cloudflare.com/fundamentals/reference/http-headers/
      if (country === undefined || country === "XX") return undefined;
      const told = regionHeader === undefined ? "" : textOf(request, regionHeader);
      const region = within ?? (/^[A-Z0-9]{1,3}$/.test(told) ? told : undefined);
      return region === undefined ? country : `${country}-${region}`;
    },
  };
}

function textOf(request: Fields, name: string): string {
  return request.get(name)?.trim().toUpperCase() ?? "";
}

/** What the `context` of an event tells of the page and the visit, in the words of the script in the page. */

export type Loose = { readonly [key: string]: unknown };

export function isRecord(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value ? value : undefined);

/** By which way the visit came: the campaign's medium, else its source, else the host of another site, else `direct`. */
export function touchOf(context: Loose): string {
  const campaign = campaignOf(context);
  const page = isRecord(context.page) ? context.page : {};
  const [from, here] = [hostOf(page.referrer), hostOf(page.url)];
  return text(campaign.medium) ?? text(campaign.source) ?? (from !== here && from ? from : "direct");
}

/** `path`, `language`, `device` and `campaign`, as far as they are told. */
export function pageFacts(context: Loose): Loose {
  const path = isRecord(context.page) ? text(context.page.path) : undefined;
  const language = text(context.locale);
  const device = deviceOf(context);
  const campaign = campaignOf(context);
  return {
    ...(path && { path }),
    ...(language && { language }),
    ...(device && { device }),
    ...(Object.keys(campaign).length && { campaign }),
  };
}

/** By the spec, and what is not there by the marks of the address. The spec calls the campaign itself `name`. */
function campaignOf({ campaign, page }: Loose): Loose {
  const search = isRecord(page) ? text(page.search) : undefined;
  const marks = search ? [...new URLSearchParams(search)].filter(([key]) => key.startsWith("utm_")) : [];
  const told = isRecord(campaign) ? Object.entries(campaign) : [];
  return Object.fromEntries([
    ...marks.map(([key, value]) => [key.slice("utm_".length), value] as const),
    ...told.map(([key, value]) => [key === "name" ? "campaign" : key, value] as const),
  ]);
}

function deviceOf({ device, userAgent, userAgentData }: Loose): "mobile" | "desktop" | undefined {
  if (isRecord(userAgentData) && typeof userAgentData.mobile === "boolean") {
    return userAgentData.mobile ? "mobile" : "desktop";
  }
  const told = isRecord(device) ? text(device.type) : undefined;
  if (told) return /ios|android|mobile|tablet/i.test(told) ? "mobile" : "desktop";
  const agent = text(userAgent);
  if (!agent) return undefined;
  return /Mobi|Android|iPad/.test(agent) ? "mobile" : "desktop";
}

function hostOf(address: unknown): string {
  const known = text(address);
  return known && URL.canParse(known) ? new URL(known).hostname.replace(/^www\./, "") : "";
}

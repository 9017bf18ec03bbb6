/** Which campaign an address names: https://segment.com/docs/connections/spec/common/#context-fields-automatically-collected */

/** Marks that advertisers' links carry beside `utm_…`: each names one click. */
const CLICK =
  /^(gclid|gclsrc|dclid|gbraid|wbraid|gad_source|fbclid|msclkid|twclid|li_fat_id|igshid|ttclid|rdt_cid|epik|qclid|sccid|irclid|_kx|mc_cid)$/;

export interface Campaign {
  /** As `context.campaign`: `utm_campaign` is its `name`, the others go without `utm_`. */
  readonly fields: Readonly<Record<string, string>>;
  /** All its marks in one text, to tell it from another; empty where there are none. */
  readonly key: string;
}

export function campaignOf(search: string): Campaign {
  const marks = [...new URLSearchParams(search)].filter(([name]) => name.startsWith("utm_") || CLICK.test(name));
  const utm = marks.filter(([name]) => name.startsWith("utm_"));
  return {
    fields: Object.fromEntries(utm.map(([name, value]) => [name === "utm_campaign" ? "name" : name.slice(4), value])),
    key: `${new URLSearchParams(marks)}`,
  };
}

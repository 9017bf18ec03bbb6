/** Which campaign an address names: https://segment.com/docs/connections/spec/common/#context-fields-automatically-collected */

/** `utm_…`, and what advertisers' links carry beside: each names one click. */
const MARK = /^(utm_.+|.+clk?id|[gw]braid|li_fat_id|igshid|rdt_cid|epik|sccid|_kx|mc_cid)$/;

/** Marks of campaigns among the parameters: name and value. */
export function marksOf(search: string): readonly (readonly [string, string])[] {
  return [...new URLSearchParams(search)].filter(([name]) => MARK.test(name));
}

/** `utm_source` …, without the `utm_`. */
export function utmOf(search: string): Readonly<Record<string, string>> {
  const marks = marksOf(search).filter(([name]) => name.startsWith("utm_"));
  return Object.fromEntries(marks.map(([name, value]) => [name.slice(4), value]));
}

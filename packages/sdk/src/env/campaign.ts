/** Which campaign an address names: https://segment.com/docs/connections/spec/common/#context-fields-automatically-collected */

/** Marks of campaigns among the parameters, name and value: `utm_…`, and what advertisers' links name a click by. */
export function marksOf(search: string): readonly (readonly [string, string])[] {
  return [...new URLSearchParams(search)].filter(([name]) => /^utm_.|.(clk?id|braid|_fat_id|c_cid)$/.test(name));
}

/** `utm_source` …, without the `utm_`. */
export function utmOf(search: string): Readonly<Record<string, string>> {
  const marks = marksOf(search).filter(([name]) => name.startsWith("utm_"));
  return Object.fromEntries(marks.map(([name, value]) => [name.slice(4), value]));
}

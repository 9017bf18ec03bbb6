// @ts-check
/**
 * Of a script that holds several things, what each of them costs.
 *
 * A group is weighed by its own minified text, as it stands in the script, compressed alone. Compressed together, the
 * groups lend one another words, so that the script is lighter than their sum; to weigh each by what the script would be
 * lighter without it would give that gain to all of them at once, and their sum would be less than what travels. A group
 * alone can only look heavier than it is, and it stays as heavy as it is when its neighbours change.
 */

/**
 * @typedef {import("./report.mjs").Row} Row
 * @typedef {import("./report.mjs").Size} Size
 * @typedef {{ of: string, what: string, sources: string[], kB: number }} Group `of`: the script; `sources`: how the paths
 *   of its files begin, "build" for what the build added. The longest beginning that fits decides.
 */

/**
 * @param {readonly Group[]} groups
 * @param {Readonly<Record<string, ReadonlyMap<string, string>>>} texts by script: its text by source
 * @param {(text: string) => Size} sizeOf
 * @returns {Row[]}
 */
export function weighGroups(groups, texts, sizeOf) {
  return groups.map((group) => {
    const { of, what, kB } = group;
    const parts = [...(texts[of] ?? [])].filter(([source]) => groupOf(groups, of, source) === group);
    if (parts.length === 0) throw new Error(`budgets.json has a group "${what}" of ${of} that is empty.`);
    const size = sizeOf(parts.map(([, text]) => text).join(""));
    const budget = kB * 1024;
    return { what, files: [of], size, budget, used: size.brotli / budget };
  });
}

/**
 * Sources that no group counts, though their script is one of those that are weighed by groups.
 * @param {readonly Group[]} groups
 * @param {Readonly<Record<string, ReadonlyMap<string, string>>>} texts
 * @returns {string[]}
 */
export function uncounted(groups, texts) {
  return [...new Set(groups.map(({ of }) => of))].flatMap((of) =>
    [...(texts[of] ?? new Map()).keys()]
      .filter((source) => !groupOf(groups, of, source))
      .map((source) => `${of}.js contains ${source || "build"}, which no group of budgets.json counts.`),
  );
}

/**
 * @param {readonly Group[]} groups
 * @param {string} script
 * @param {string} source
 * @returns {Group | undefined}
 */
function groupOf(groups, script, source) {
  const fits = groups
    .filter(({ of }) => of === script)
    .flatMap((group) => group.sources.map((begin) => ({ group, begin })))
    .filter(({ begin }) => (source || "build").startsWith(begin))
    .sort((a, b) => b.begin.length - a.begin.length);
  return fits[0]?.group;
}

/** By which tags an entry finds the chunks of a language. */

/**
 * By language, the folder of its chunks, the site's first one first: `[["en-GB", folder]]` is found as `en-GB` and as
 * `en-gb`, which many pages write. Other spellings would have to be told apart on every page: 15 bytes of each entry.
 */
export function inBothCases(folders: readonly (readonly [language: string, folder: string])[]): Record<string, string> {
  const inLower = folders.map(([language, folder]) => [language.toLowerCase(), folder] as const);
  return Object.fromEntries([...folders, ...inLower]);
}

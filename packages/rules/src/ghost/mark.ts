/** A short mark in place of a long id. */

/** 32 bits as text, FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/. Two of a few dozen ids share one once in millions of ghosts. */
export function markOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** How much an expression can ask of an engine that tries one way after the other, on the longest text it gets. */
import { canBeEmpty, lettersOf, NOTHING_AFTER } from "./ends.ts";
import { type Letters, NONE, overlap } from "./letters.ts";
import { isLong, itemsOf, type Node, type Repeat } from "./node.ts";
import { waysOf } from "./ways.ts";

/** In passes over the text from each of its places: one is 256 × 256 / 2 steps, about 1 ms before an engine has compiled. */
const MOST_PASSES = 5;
/** The same in steps from each place, for what repeats nothing long. */
const MOST_STEPS = 400;
/** An anchored expression starts from one place instead of 256. */
const ANCHORED = 32;

export function isTooMuch(node: Node): boolean {
  const ways = waysOf(node, NOTHING_AFTER) / (isAnchored(node) ? ANCHORED : 1);
  return ways * passesOf(node, []) > MOST_PASSES || ways * sizeOf(node) > MOST_STEPS;
}

function isAnchored(node: Node): boolean {
  switch (node.is) {
    case "mark":
      return node.text === "^";
    case "sequence":
      return node.items[0] !== undefined && isAnchored(node.items[0]);
    case "choice":
      return node.items.every(isAnchored);
    default:
      return false;
  }
}

/** Each long repeat is one pass, and more for what follows it and is tried anew at each of its ends. */
function passesOf(node: Node, following: readonly Node[]): number {
  if (node.is === "repeat") return isLong(node) ? 1 + retriedAfter(node, following) : passesOf(node.item, following);
  return itemsOf(node).reduce(
    (sum, item, at, items) =>
      sum + passesOf(item, node.is === "sequence" ? [...items.slice(at + 1), ...following] : following),
    0,
  );
}

/**
 * Letters compared after each end of the repeat, on the average: a beginning of what follows fits at every place only
 * where all of it can be one letter, and at every second place where it can be two in turn.
 */
function retriedAfter(repeat: Repeat, following: readonly Node[]): number {
  const own = lettersOf(repeat);
  const word: Letters[] = [];
  for (const node of following) {
    const letters = lettersOf(node);
    if (!overlap(own, letters) && !canBeEmpty(node)) break;
    word.push(...Array.from({ length: Math.min(sizeOf(node), 256) }, () => letters));
  }
  return word.reduce((sum, _, at) => sum + 1 / periodOf(word.slice(0, at + 1)), 0);
}

function periodOf(word: readonly Letters[]): number {
  const period = word.findIndex(
    (_, apart) => apart > 0 && word.slice(apart).every((letters, at) => overlap(letters, word[at] ?? NONE)),
  );
  return period > 0 ? period : word.length;
}

function sizeOf(node: Node): number {
  const inside = itemsOf(node).reduce((sum, item) => sum + sizeOf(item), 0);
  if (node.is === "letter") return 1;
  return node.is === "repeat" && Number.isFinite(node.most) ? inside * node.most : inside;
}

/** Repeats in a row that can divide one text among them in many ways: `a*a*`, `\d+\w+`, `.*x.*`. */
import { lettersOf } from "./ends.ts";
import { type Letters, NONE, overlap } from "./letters.ts";
import { isLong, itemsOf, type Node, type RegexFault, type Repeat } from "./node.ts";
import { wordsOf } from "./words.ts";

/**
 * Two repeats share a text when a word that both can go round on also leads from the one to the other. Then the time
 * grows with the cube of the length (Weber and Seidl 1991, criterion IDA: https://doi.org/10.1016/0304-3975(91)90381-B).
 */
export function sharedFault(node: Node): RegexFault | undefined {
  if (node.is === "mark" || node.is === "letter") return undefined;
  if (node.is === "repeat") return node.most > 1 ? undefined : sharedFault(node.item);
  for (const item of node.items) {
    const fault = sharedFault(item);
    if (fault) return fault;
  }
  if (node.is === "choice") return undefined;
  for (const [index, item] of node.items.entries()) {
    for (const [later, other] of node.items.entries()) {
      if (later <= index) continue;
      const between = node.items.slice(index + 1, later);
      const pair = sharingPair(item, between, other);
      if (pair) return faultOf(pair);
    }
  }
  return undefined;
}

type Pair = readonly [Repeat, Repeat];

function sharingPair(before: Node, between: readonly Node[], after: Node): Pair | undefined {
  for (const first of loopsIn(before)) {
    for (const second of loopsIn(after)) {
      const common = lettersOf(first) & lettersOf(second);
      const isShared =
        goesRound(first, common) &&
        goesRound(second, common) &&
        leadsOut(before, first, common) &&
        between.every((node) => leadsThrough(node, common)) &&
        leadsIn(after, second, common);
      if (isShared) return [first, second];
    }
  }
  return undefined;
}

function loopsIn(node: Node): readonly Repeat[] {
  return node.is === "repeat" && isLong(node) ? [node] : itemsOf(node).flatMap(loopsIn);
}

function goesRound(loop: Repeat, common: Letters): boolean {
  if (common === NONE) return false;
  return wordsOf(loop.item)?.some((word) => word.every((letters) => overlap(letters, common))) ?? true;
}

/** Whether there is a way through `node` on letters that both repeats can take. */
function leadsThrough(node: Node, common: Letters): boolean {
  switch (node.is) {
    case "letter":
      return overlap(node.letters, common);
    case "mark":
      return true;
    case "sequence":
      return node.items.every((item) => leadsThrough(item, common));
    case "choice":
      return node.items.some((item) => leadsThrough(item, common));
    case "repeat":
      return node.least === 0 || leadsThrough(node.item, common);
  }
}

function leadsOut(node: Node, loop: Repeat, common: Letters): boolean {
  return leads(node, loop, (items, at) => items.slice(at + 1), common);
}

function leadsIn(node: Node, loop: Repeat, common: Letters): boolean {
  return leads(node, loop, (items, at) => items.slice(0, at), common);
}

function leads(
  node: Node,
  loop: Repeat,
  onTheWay: (items: readonly Node[], at: number) => readonly Node[],
  common: Letters,
): boolean {
  if (node === loop) return true;
  switch (node.is) {
    case "repeat":
      return leads(node.item, loop, onTheWay, common);
    case "choice":
      return node.items.some((item) => leads(item, loop, onTheWay, common));
    case "sequence":
      return node.items.some(
        (item, at) =>
          leads(item, loop, onTheWay, common) && onTheWay(node.items, at).every((other) => leadsThrough(other, common)),
      );
    default:
      return false;
  }
}

function faultOf([first, second]: Pair): RegexFault {
  return {
    message: `"${first.text}" and "${second.text}" can take the same text`,
    mend: "keep one of them, or put a character between them that they cannot take",
  };
}

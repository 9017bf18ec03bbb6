/** With what an expression can begin, and whether it can be nothing at all. */
import { type Letters, NONE } from "./letters.ts";
import { itemsOf, type Node } from "./node.ts";

/** What can follow the end of an expression: it has matched, and nothing is tried any more. */
export const NOTHING_AFTER: Letters = NONE;

export function canBeEmpty(node: Node): boolean {
  switch (node.is) {
    case "letter":
      return false;
    case "mark":
      return true;
    case "sequence":
      return node.items.every(canBeEmpty);
    case "choice":
      return node.items.some(canBeEmpty);
    case "repeat":
      return node.least === 0 || canBeEmpty(node.item);
  }
}

/** The letters that can come first in `node`, or after it where it can be empty. */
export function firstOf(node: Node, after: Letters): Letters {
  switch (node.is) {
    case "letter":
      return node.letters;
    case "mark":
      return after;
    case "sequence":
      return node.items.reduceRight((following, item) => firstOf(item, following), after);
    case "choice":
      return node.items.reduce((letters, item) => letters | firstOf(item, after), NONE);
    case "repeat":
      return firstOf(node.item, NONE) | (canBeEmpty(node) ? after : NONE);
  }
}

export function lettersOf(node: Node): Letters {
  return node.is === "letter" ? node.letters : itemsOf(node).reduce((letters, item) => letters | lettersOf(item), NONE);
}

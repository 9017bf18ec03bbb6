/** In how many ways an expression can take the start of one text, apart from where its one long repeat ends. */
import { firstOf } from "./ends.ts";
import { type Letters, overlap } from "./letters.ts";
import type { Node } from "./node.ts";
import { areAlike, wordsOf } from "./words.ts";

/** A look around is done anew at every turn, so only few go together. */
const LOOK = 4;

/** An upper bound; 1 where the next character always decides. `after` is what can follow. */
export function waysOf(node: Node, after: Letters): number {
  switch (node.is) {
    case "letter":
      return 1;
    case "mark":
      return node.looksFor ? LOOK : 1;
    case "sequence": {
      const step = (so: { ways: number; after: Letters }, item: Node) => ({
        ways: so.ways * waysOf(item, so.after),
        after: firstOf(item, so.after),
      });
      return node.items.reduceRight(step, { ways: 1, after }).ways;
    }
    case "choice":
      return waysOfChoice(node.items, after);
    case "repeat": {
      // What repeats often has been found to have one way in itself, and to share its text with no other.
      if (node.least === node.most || node.most === Number.POSITIVE_INFINITY) return 1;
      const isDecided = !overlap(firstOf(node.item, after), after);
      return (isDecided ? 1 : node.most - node.least + 1) * waysOf(node.item, after);
    }
  }
}

function waysOfChoice(items: readonly Node[], after: Letters): number {
  const known = items.map((item) => ({ words: wordsOf(item), first: firstOf(item, after), ways: waysOf(item, after) }));
  return Math.max(
    ...known.map((one) =>
      known
        .filter((other) =>
          one.words && other.words
            ? one.words.some((word) => other.words?.some((like) => areAlike(word, like)))
            : overlap(one.first, other.first),
        )
        .reduce((sum, { ways }) => sum + ways, 0),
    ),
  );
}

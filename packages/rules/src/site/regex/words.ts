/** The words of an expression whose length is written in it. */
import { LOOKED_AT } from "../../condition/cut.ts";
import { type Letters, overlap } from "./letters.ts";
import type { Node } from "./node.ts";

export type Word = readonly Letters[];

/** How many words are written out: more than the alternatives of one expression. */
const MOST = 128;

/** Every way through `node`, letter by letter; undefined where it repeats variably, or that would be too many. */
export function wordsOf(node: Node): readonly Word[] | undefined {
  switch (node.is) {
    case "letter":
      return [[node.letters]];
    case "mark":
      return [[]];
    case "sequence":
      return node.items.reduce<readonly Word[] | undefined>((words, item) => join(words, wordsOf(item)), [[]]);
    case "choice": {
      const words = node.items.map(wordsOf);
      return words.every((some) => some !== undefined) ? bounded(words.flat()) : undefined;
    }
    case "repeat": {
      if (node.least !== node.most || node.most > LOOKED_AT) return undefined;
      const item = wordsOf(node.item);
      return Array.from({ length: node.most }).reduce<readonly Word[] | undefined>((words) => join(words, item), [[]]);
    }
  }
}

/** Whether one text could go on as either of two words. */
export function areAlike(a: Word, b: Word): boolean {
  return a.every((letters, index) => {
    const other = b[index];
    return other === undefined || overlap(letters, other);
  });
}

function join(some: readonly Word[] | undefined, more: readonly Word[] | undefined): readonly Word[] | undefined {
  if (!some || !more || some.length * more.length > MOST) return undefined;
  return bounded(some.flatMap((word) => more.map((next) => [...word, ...next])));
}

function bounded(words: readonly Word[]): readonly Word[] | undefined {
  return words.length <= MOST && words.every(({ length }) => length <= LOOKED_AT) ? words : undefined;
}

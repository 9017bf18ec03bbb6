/** Repeats whose own ways multiply with every round: `(a+)+`, `(a|a)*`. */
import { LOOKED_AT } from "../../condition/cut.ts";
import { itemsOf, type Node, type RegexFault, type Repeat } from "./node.ts";
import { areAlike, wordsOf } from "./words.ts";

/** How far a look around may reach: it looks anew at every turn. */
const SEEN = 16;

/** What is repeated more than once must have one way only to take a text: nothing variable in it, no two words alike. */
export function nestedFault(node: Node): RegexFault | undefined {
  switch (node.is) {
    case "letter":
      return undefined;
    case "mark":
      return node.looksFor && lookFault(node.looksFor, node.text);
    case "sequence":
    case "choice":
      return firstFault(node.items, nestedFault);
    case "repeat":
      return (
        sizeFault(node) ?? (node.most > 1 ? repeatFault(node.item, node.text) : undefined) ?? nestedFault(node.item)
      );
  }
}

function sizeFault({ least, most, text }: Repeat): RegexFault | undefined {
  if (least <= LOOKED_AT && (most <= LOOKED_AT || most === Number.POSITIVE_INFINITY)) return undefined;
  return {
    message: `"${text}" counts beyond the ${LOOKED_AT} characters that are looked at`,
    mend: `write at most ${LOOKED_AT}, or no upper bound like {2,}`,
  };
}

function repeatFault(item: Node, text: string): RegexFault | undefined {
  const inner = variableIn(item);
  if (inner) {
    const mend =
      "repeat either the part or the whole, or write a fixed number like {3}; a text could be taken apart in too many ways";
    return { message: `"${inner}" repeats inside "${text}", which repeats too`, mend };
  }
  const look = lookIn(item);
  if (look) {
    return {
      message: `"${look}" looks around inside "${text}", which repeats`,
      mend: "look around before or after what repeats",
    };
  }
  const words = wordsOf(item);
  if (!words) {
    return {
      message: `"${text}" repeats too many alternatives`,
      mend: "repeat a set like [a-z], or write two conditions",
    };
  }
  if (words.some((word) => !word.length)) {
    return { message: `"${text}" repeats what can be empty`, mend: "leave out the empty alternative" };
  }
  if (words.some((word, index) => words.slice(index + 1).some((other) => areAlike(word, other)))) {
    return {
      message: `"${text}" repeats alternatives that can begin alike`,
      mend: "write alternatives that differ within their length, or one set like [ab]",
    };
  }
  return undefined;
}

function lookFault(item: Node, text: string): RegexFault | undefined {
  if (wordsOf(item)?.every(({ length }) => length <= SEEN)) return undefined;
  return {
    message: `"${text}" looks around for too much`,
    mend: `look for fixed text of at most ${SEEN} characters, or write two conditions`,
  };
}

/** The text of what repeats variably in it. */
function variableIn(node: Node): string | undefined {
  if (node.is === "repeat" && node.least !== node.most) return node.text;
  return firstFault(itemsOf(node), variableIn);
}

function lookIn(node: Node): string | undefined {
  if (node.is === "mark" && node.looksFor) return node.text;
  return firstFault(itemsOf(node), lookIn);
}

function firstFault<Found>(items: readonly Node[], find: (item: Node) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

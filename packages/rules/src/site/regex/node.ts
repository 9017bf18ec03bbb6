/** A regular expression, parsed. */
import type { Letters } from "./letters.ts";

export type Node = { readonly text: string } & (
  | { readonly is: "letter"; readonly letters: Letters }
  /** Takes no letter: an anchor, or a look around with what it looks for. */
  | { readonly is: "mark"; readonly looksFor?: Node }
  | { readonly is: "sequence"; readonly items: readonly Node[] }
  | { readonly is: "choice"; readonly items: readonly Node[] }
  | Repeat
);

export interface Repeat {
  readonly is: "repeat";
  readonly text: string;
  readonly item: Node;
  readonly least: number;
  /** Infinity where it has no bound. */
  readonly most: number;
}

/** What is wrong with an expression, and how to mend it. */
export interface RegexFault {
  readonly message: string;
  readonly mend: string;
}

export function isFault(value: object): value is RegexFault {
  return "mend" in value;
}

/** What it is made of; what a look around looks for is no part of the text it takes. */
export function itemsOf(node: Node): readonly Node[] {
  switch (node.is) {
    case "letter":
    case "mark":
      return [];
    case "sequence":
    case "choice":
      return node.items;
    case "repeat":
      return [node.item];
  }
}

/** From so many rounds on a repeat counts as one without end. */
const MANY = 9;

export function isLong({ most }: Repeat): boolean {
  return most >= MANY;
}

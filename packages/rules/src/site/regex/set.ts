/** A set in brackets: `[\w.+-]`, `[^a-z]`. */
import { readEscape } from "./escape.ts";
import { anyCase, except, type Letters, letter, NONE, range } from "./letters.ts";

interface Part {
  readonly letters: Letters;
  readonly length: number;
  readonly code?: number | undefined;
}

/** The letters of the set that starts at `from`, and where it ends; undefined where it has no end or holds nothing. */
export function readSet(
  source: string,
  from: number,
  insensitive: boolean,
): { letters: Letters; end: number } | undefined {
  const isNegated = source[from + 1] === "^";
  const start = from + (isNegated ? 2 : 1);
  let at = start;
  let letters = NONE;
  while (source[at] !== "]") {
    const first = readPart(source, at);
    if (!first) return undefined;
    at += first.length;
    const last = source[at] === "-" && source[at + 1] !== "]" ? readPart(source, at + 1) : undefined;
    if (last && first.code !== undefined && last.code !== undefined) {
      letters |= range(first.code, last.code);
      at += 1 + last.length;
    } else {
      letters |= first.letters;
    }
  }
  const folded = insensitive ? anyCase(letters) : letters;
  return at === start ? undefined : { letters: isNegated ? except(folded) : folded, end: at + 1 };
}

function readPart(source: string, at: number): Part | undefined {
  const character = source[at];
  if (character === undefined) return undefined;
  if (character !== "\\") {
    const code = source.charCodeAt(at);
    return { letters: letter(code), length: 1, code };
  }
  // In a set `\b` is the backspace.
  if (source[at + 1] === "b") return { letters: letter(8), length: 2, code: 8 };
  const escaped = readEscape(source.slice(at + 1));
  return escaped && { letters: escaped.letters, length: escaped.length + 1, code: escaped.code };
}

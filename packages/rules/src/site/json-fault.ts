/** Where a text stops being JSON: engines tell it differently, for some faults not at all. */

const SPACE = /[ \t\n\r]*/y;
/** Between the quotes: anything from the space on but quote and backslash, which are escaped. */
const STRING = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

type Wanted = "value" | "value or end" | "key" | "key or end" | "colon" | "comma or end" | "nothing";

/** Index of the first token that does not belong, the text's length where something is missing at its end. */
export function findJsonFault(text: string): number {
  const open: ("[" | "{")[] = [];
  let wanted: Wanted = "value";
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    at += length;
    return length > 0;
  };
  const after = (): Wanted => (open.length ? "comma or end" : "nothing");

  for (;;) {
    skip(SPACE);
    const next = text[at];
    if (wanted === "nothing" || next === undefined) return at;
    if (closes(next, open.at(-1)) && wanted.endsWith("or end")) {
      open.pop();
      wanted = after();
      at++;
    } else if (wanted.startsWith("key")) {
      if (!skip(STRING)) return at;
      wanted = "colon";
    } else if (wanted.startsWith("value")) {
      if (next === "[" || next === "{") {
        open.push(next);
        wanted = next === "[" ? "value or end" : "key or end";
        at++;
      } else if (skip(STRING) || skip(SCALAR)) {
        wanted = after();
      } else {
        return at;
      }
    } else {
      if (next !== (wanted === "colon" ? ":" : ",")) return at;
      wanted = wanted === "colon" || open.at(-1) === "[" ? "value" : "key";
      at++;
    }
  }
}

function closes(character: string, opened: "[" | "{" | undefined): boolean {
  return (character === "]" && opened === "[") || (character === "}" && opened === "{");
}

/** Why an expression must not run on a visitor's device. */
import { isTooMuch } from "./effort.ts";
import { nestedFault } from "./nested.ts";
import { isFault, type RegexFault } from "./node.ts";
import { parseRegex } from "./parse.ts";
import { sharedFault } from "./shared.ts";

const LONGEST = 256;

/**
 * Undefined for an expression that is valid and, on 256 characters, takes a time that grows with the square of them at
 * most. Refuses some that would be harmless, never the other way round.
 * @param insensitive as `$regexi` reads it
 */
export function regexFault(source: string, insensitive: boolean): RegexFault | undefined {
  const invalid = syntaxFault(source);
  if (invalid) return invalid;
  if (source.length > LONGEST)
    return { message: "this expression is too long", mend: `write at most ${LONGEST} characters` };
  const node = parseRegex(source, insensitive);
  if (isFault(node)) return node;
  const fault = nestedFault(node) ?? sharedFault(node);
  if (fault) return fault;
  if (!isTooMuch(node)) return undefined;
  return {
    message: "this expression could take too long",
    mend: "start it with ^, make fewer parts optional or repeated, or write two conditions",
  };
}

function syntaxFault(source: string): RegexFault | undefined {
  try {
    new RegExp(source);
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, "") : String(error);
    return {
      message: `this is not a regular expression: ${why}`,
      mend: "write it as JavaScript does, without slashes around",
    };
  }
}

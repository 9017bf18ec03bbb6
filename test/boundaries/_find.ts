/** For the checks' own tests: small trees, and what was found in them in one line each. */
import { checkFiles } from "./check.ts";
import type { Check } from "./source.ts";

type Texts = Readonly<Record<string, string>>;

/** What the checks (by default all of them) find in these files, as `file:line rule`. */
export function find(files: Texts, checks?: readonly Check[]): string[] {
  return checkFiles(new Map(Object.entries(files)), checks).map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

/** The messages of what all checks find, for the tests of their wording. */
export function messages(files: Texts): string[] {
  return checkFiles(new Map(Object.entries(files))).map(({ message }) => message);
}

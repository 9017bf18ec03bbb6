/** All checks of the tree's shape, in one list. */
import { noCycles } from "./cycles.ts";
import { folderDirection, knownPlace, libraryPlace, packageDirection, privateFile } from "./direction.ts";
import { shortFiles } from "./length.ts";
import { noMarkupFromText } from "./markup.ts";
import { noOutsideNames } from "./names.ts";
import { namedExports, noHiddenInput, noModuleState } from "./purity.ts";
import { type Check, type Files, parseTree, type Violation } from "./source.ts";

const CHECKS: readonly Check[] = [
  packageDirection,
  folderDirection,
  knownPlace,
  privateFile,
  libraryPlace,
  noCycles,
  noHiddenInput,
  noOutsideNames,
  namedExports,
  noModuleState,
  shortFiles,
  noMarkupFromText,
];

/** Everything in the files that breaks a rule, by file and line. */
export function checkFiles(files: Files, checks: readonly Check[] = CHECKS): Violation[] {
  const tree = parseTree(files);
  const found = [...tree.faults, ...checks.flatMap((check) => check(tree))];
  return found.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** One line a violation: `file:line rule: message`. */
export function describeViolations(found: readonly Violation[]): string {
  return found.map(({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`).join("\n");
}

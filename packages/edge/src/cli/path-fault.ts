/** Says what is wrong with a file or folder that somebody named, and what to do: for people, without a stack. */
import { dirname } from "node:path";
import { codeOf } from "../errors.ts";
import { diskFault } from "./disk.ts";

/** What a path is named for. */
export interface Named {
  /** Such as `the site file`. */
  readonly what: string;
  readonly verb: "read" | "written";
}

export const SITE_FILE: Named = { what: "the site file", verb: "read" };
export const EVENTS_FILE: Named = { what: "the file of events", verb: "read" };
export const TYPES_FILE: Named = { what: "the file of types", verb: "written" };
export const PAGES: Named = { what: "the folder of pages", verb: "read" };

const FAULTS: readonly (readonly [codes: RegExp, words: (named: Named) => string])[] = [
  [/^ENOENT$/, ({ verb }) => (verb === "read" ? "there is no such file" : "there is no such folder; make it first")],
  [/^EISDIR$/, ({ what }) => `this is a folder; give ${what} in it`],
  [/^ENOTDIR$/, ({ what }) => `a part of this path is a file, and has to be a folder; give the path of ${what}`],
  [/^ENAMETOOLONG$/, ({ what }) => `this name is longer than the system takes; give ${what} a shorter one`],
  [/^ELOOP$/, ({ what }) => `links on this path lead in a circle; give the path of ${what} itself`],
  [/^(EACCES|EPERM)$/, ({ verb }) => `it may not be ${verb} by this user; allow that, or give another`],
  [/^ERR_(FS_FILE_TOO_LARGE|STRING_TOO_LONG)$/, ({ what }) => `it is far too large; give ${what}`],
];

/** Undefined where the error is neither of the path nor of its disk. */
export function pathFault(error: unknown, path: string, named: Named): string | undefined {
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const [, words] = FAULTS.find(([codes]) => codes.test(code)) ?? [];
  const fault = words?.(named) ?? diskFault(error, dirname(path));
  if (fault !== undefined) return fault;
  // Systems have many more of their own; those of Node are faults of ours.
  return /^E(?!RR_)/.test(code) ? `the system does not let it be ${named.verb} (${code}); give another` : undefined;
}

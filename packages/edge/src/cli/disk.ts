/** Says what hinders a disk, whether the system tells or SQLite: for people, without a stack. */
import { codeOf } from "../errors.ts";

/** By the start of a code, as SQLite's go into detail after it; the first that fits counts. */
const FAULTS: readonly (readonly [codes: RegExp, words: (folder: string, code: string) => string])[] = [
  // Where a folder is full, SQLite cannot make the file by which its connections agree either.
  [/^(ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_SHMSIZE)/, (folder) => `there is no room left in ${folder}`],
  [/^SQLITE_READONLY_DBMOVED/, (folder) => `a file in ${folder} was moved or deleted while it was in use`],
  [/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_PERM)/, (folder) => `${folder} may not be written by this user`],
  [/^SQLITE_CANTOPEN/, (folder) => `a file in ${folder} can be neither opened nor made by this user`],
  [/^(EIO|SQLITE_IOERR)/, (folder, code) => `the disk of ${folder} failed (${code})`],
  [/^SQLITE_(BUSY|LOCKED)/, (folder) => `another program keeps ${folder} to itself`],
  [/^(ENOTDIR|EEXIST)/, (folder) => `something in the way to ${folder} is a file, and has to be a folder`],
  [/^ENAMETOOLONG/, (folder) => `a name on the way to ${folder} is longer than the system takes; give a shorter one`],
  [/^ELOOP/, (folder) => `links on the way to ${folder} lead in a circle; give the folder itself`],
  [/^EISDIR/, (folder) => `something in ${folder} is a folder, and has to be a file`],
];

/** What is at fault with this folder, in words; undefined where the error is no disk's. */
export function diskFault(error: unknown, folder: string): string | undefined {
  const code = codeOf(error);
  const [, words] = (code !== undefined && FAULTS.find(([codes]) => codes.test(code))) || [];
  return code && words?.(folder, code);
}

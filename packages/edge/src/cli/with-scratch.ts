/** Gives a command a temporary folder, and says what to do where there is no room for one. */
import { tmpdir } from "node:os";
import { codeOf } from "../errors.ts";
import { type Scratch, withScratch } from "../simulate/scratch.ts";
import { failure, type Io } from "./command.ts";

/** What a system answers that has no such folder, no room in it, or lets nobody write there. */
const NO_ROOM = ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS"];

export async function commandWithScratch(
  command: string,
  io: Io,
  work: (scratch: Scratch) => Promise<number>,
): Promise<number> {
  try {
    return await withScratch(work);
  } catch (error) {
    const code = codeOf(error);
    if (!code || !NO_ROOM.includes(code)) throw error;
    return failure(io, command, `cannot write to ${tmpdir()} (${code}); name another folder by the variable TMPDIR`);
  }
}

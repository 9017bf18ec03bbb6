/** Opens what a command reads events from: a file, or the standard input as `-`. */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Io } from "./command.ts";
import { EVENTS_FILE, pathFault } from "./path-fault.ts";

export type EventsInput =
  | { readonly ok: true; readonly name: string; readonly stream: AsyncIterable<Buffer>; readonly bytes?: number }
  | { readonly ok: false; readonly reason: string };

/** Bytes read at once. */
const PIECE = 262_144;

/** `bytes`: how much there will be, where that is known. */
export async function openEvents(file: string, { stdin }: Pick<Io, "stdin">): Promise<EventsInput> {
  if (file === "-") return { ok: true, name: "the standard input", stream: stdin };
  try {
    const handle = await open(file);
    const found = await handle.stat();
    if (found.isDirectory()) {
      await handle.close();
      return { ok: false, reason: `${file}: this is a folder; give the file of events in it` };
    }
    const stream = createReadStream(file, { fd: handle, highWaterMark: PIECE });
    return { ok: true, name: file, stream, ...(found.isFile() && { bytes: found.size }) };
  } catch (error) {
    const reason = pathFault(error, file, EVENTS_FILE);
    if (reason === undefined) throw error;
    return { ok: false, reason: `${file}: ${reason}` };
  }
}

/** Opens a database of the folder of data. */
import { dirname } from "node:path";
import { failure, type Io } from "./command.ts";
import { diskFault } from "./disk.ts";

/** Undefined where it cannot be used, which is told. */
export function open<Store>(file: string, opener: (file: string) => Store, command: string, io: Io): Store | undefined {
  try {
    return opener(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    failure(io, command, diskFault(error, dirname(file)) ?? `cannot use ${file}: ${reason}`);
    return undefined;
  }
}

/** Gives `work` the database, and takes it back. What hinders the disk is told, also in the midst of it. */
export async function withOpen<Store extends { readonly close: () => Promise<void> }>(
  file: string,
  opener: (file: string) => Store,
  command: string,
  io: Io,
  work: (store: Store) => Promise<number>,
): Promise<number> {
  const store = open(file, opener, command, io);
  if (store === undefined) return 1;
  try {
    return await work(store);
  } catch (error) {
    const fault = diskFault(error, dirname(file));
    if (fault === undefined) throw error;
    return failure(io, command, fault);
  } finally {
    await store.close();
  }
}

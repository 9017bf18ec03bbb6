/** Opens a database of the folder of data. */
import { failure, type Io } from "./command.ts";

/** Undefined where it cannot be used, which is told. */
export function open<Store>(file: string, opener: (file: string) => Store, command: string, io: Io): Store | undefined {
  try {
    return opener(file);
  } catch (error) {
    failure(io, command, `cannot use ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** Where `serve` keeps the events and `export` looks for them. */
import { join } from "node:path";

/** The folder when none is given, in the folder where the program is run. */
export const DATA_FOLDER = "data";

export function databaseFile(folder: string): string {
  return join(folder, "ghostlight.db");
}

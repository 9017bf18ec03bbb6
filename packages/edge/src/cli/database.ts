/** What is in the folder of data: where each command finds what others left there. */
import { join } from "node:path";

/** The folder when none is given, in the folder where the program is run. */
export const DATA_FOLDER = "data";

/** The events. */
export function databaseFile(folder: string): string {
  return join(folder, "ghostlight.db");
}

/** What was published, and the chunks of earlier releases. */
export function publicationsFile(folder: string): string {
  return join(folder, "publications.db");
}

/** Keeps files short enough to be read in one sitting. */
import { packageOf } from "./layout.ts";
import type { Check } from "./source.ts";

const MOST_LINES = 300;

/** No file of a package or the demo has more than 300 lines, tests included. */
export const shortFiles: Check = ({ sources }) =>
  sources
    .filter(({ path, lines }) => packageOf(path) !== undefined && lines > MOST_LINES)
    .map(({ path, lines }) => ({
      file: path,
      line: MOST_LINES + 1,
      rule: "short-files",
      message: `has ${lines} lines, more than ${MOST_LINES}: split it by what it does`,
    }));

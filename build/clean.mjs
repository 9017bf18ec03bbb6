/** Removes what earlier builds made: a file whose source is gone would otherwise be published for ever. */
import { rmSync } from "node:fs";

for (const name of ["rules", "sdk", "edge"]) {
  rmSync(new URL(`../packages/${name}/dist`, import.meta.url), { recursive: true, force: true });
}

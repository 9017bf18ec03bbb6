// @ts-check
/** Prints what things cost beside what they are compared with; fails where a promised ratio does not hold. */
import { benchRules } from "./rules/rules.mjs";

const { lines, ok } = benchRules();
console.log(lines.join("\n"));
if (!ok) {
  console.error("A promised ratio does not hold.");
  process.exitCode = 1;
}

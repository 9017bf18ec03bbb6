/** What each operator can be given; anything else would hold never, or always. */
import type { Json } from "../condition/evaluate.ts";
import { regexFault } from "./regex/regex-fault.ts";
import { list, say } from "./words.ts";

/** Undefined has no place in JSON: what is missing is null, and better asked for by `$exists`. */
const TYPES = ["string", "number", "boolean", "object", "array", "null"];

/** The fault of what an operator is compared with; undefined for none, and for what is checked part by part. */
export function operandFault(operator: string, operand: Json): string | undefined {
  switch (operator) {
    case "$eq":
    case "$ne":
      if (isPlain(operand)) return undefined;
      return say(
        `"${operator}" never finds two lists or objects the same`,
        'compare it as it is, like {"tags": ["a"]}',
      );
    case "$gt":
    case "$gte":
    case "$lt":
    case "$lte":
      if (isPlain(operand)) return undefined;
      return say("this has no order", `compare with a number or a text, like {"${operator}": 3}`);
    case "$in":
    case "$nin":
    case "$ini":
    case "$nini":
    case "$all":
    case "$alli":
      if (Array.isArray(operand)) return undefined;
      return say(`"${operator}" wants a list`, `write {"${operator}": ["…", "…"]}`);
    case "$veq":
    case "$vne":
    case "$vgt":
    case "$vgte":
    case "$vlt":
    case "$vlte":
      if (typeof operand === "number" || (typeof operand === "string" && operand)) return undefined;
      return say("this is not a version", `write it as a text, like {"${operator}": "1.2.3"}`);
    case "$exists":
      if (typeof operand === "boolean") return undefined;
      return say('"$exists" is true or false', 'write {"$exists": true} or {"$exists": false}');
    case "$type":
      return TYPES.includes(operand as string) ? undefined : say("this is not a type", `use one of ${list(TYPES)}`);
    case "$size":
      if (typeof operand === "number" ? operand >= 0 && Number.isInteger(operand) : isObject(operand)) return undefined;
      return say("this is not a length of a list", 'write a whole number, like {"$size": 2} or {"$size": {"$gte": 2}}');
    case "$elemMatch":
      if (isObject(operand)) return undefined;
      return say('"$elemMatch" wants a condition on one item', 'write {"$elemMatch": {"$gte": 3}}');
    case "$regex":
    case "$regexi":
      return expressionFault(operator, operand);
    case "$inGroup":
    case "$notInGroup":
      return say("a site file has no saved groups", `write the values themselves, like {"$in": ["…", "…"]}`);
    default:
      return undefined;
  }
}

export function isPlain(value: Json): value is string | number | boolean | null {
  return typeof value !== "object" || value === null;
}

function isObject(value: Json): boolean {
  return !isPlain(value) && !Array.isArray(value);
}

function expressionFault(operator: string, operand: Json): string | undefined {
  if (typeof operand !== "string")
    return say("this is not a regular expression", `write it as a text, like {"${operator}": "^/shoes/"}`);
  const fault = regexFault(operand, operator === "$regexi");
  return fault && say(fault.message, fault.mend);
}

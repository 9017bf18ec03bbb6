/** Conditions with saved groups: the language as a whole. A page loads less: see `rare.ts`. */
import type { Condition, Holds, Json, SavedGroups } from "./condition.ts";
import { createLanguage } from "./holds.ts";
import { isIn } from "./membership.ts";
import { PLAIN } from "./operators.ts";
import { valueAt } from "./path.ts";
import { RARE_OPERATORS } from "./rare.ts";

export type { Condition, Json, SavedGroups } from "./condition.ts";

/**
 * Whether `attributes` satisfy `condition`. Never throws: what is no condition does not hold.
 * A path walks nested objects and lists by dots; what is missing is `null`.
 * @param savedGroups what `$inGroup`, `$notInGroup` and `$savedGroup` name
 */
export function evaluateCondition(
  condition: Condition,
  attributes: { readonly [key: string]: unknown },
  savedGroups: SavedGroups = {},
): boolean {
  try {
    return languageWith(savedGroups)(condition, attributes);
  } catch {
    return false;
  }
}

function languageWith(groups: SavedGroups): Holds {
  return createLanguage(
    {
      ...RARE_OPERATORS,
      $inGroup: (actual, id) => isIn(actual, valuesOf(groups, id)) === true,
      $notInGroup: (actual, id) => isIn(actual, valuesOf(groups, id)) === false,
    },
    { $savedGroup: (attributes, reference) => inSavedGroup(reference, attributes, groups) },
  );
}

/** A group is a list of values of one attribute, which the reference may name anew, or a condition. */
function inSavedGroup(reference: Json, attributes: unknown, groups: SavedGroups): boolean {
  const { id, attributeKey } = Object(reference);
  if (typeof id !== "string" || (attributeKey !== undefined && typeof attributeKey !== "string")) return false;
  const group = Object(groups[id]);
  if (group.type === "list") {
    const key = attributeKey ?? group.attributeKey;
    return typeof key === "string" && isIn(valueAt(attributes, key), group.values) === true;
  }
  if (group.type !== "condition" || Object(group.condition) !== group.condition) return false;
  // Within itself a group is known no more: a ring ends there.
  return languageWith({ ...groups, [id]: null })(group.condition, attributes);
}

/** A group that nobody saved is empty; one without values of its own, or malformed, has no list. */
function valuesOf(groups: SavedGroups, id: Json): unknown {
  const group = groups[id as string];
  if (group === undefined) return [];
  const { type, values } = Object(group);
  return type === "list" ? values : group;
}

/** The keys that join whole conditions, or stand for one. */
export const JOINTS: readonly string[] = ["$and", "$or", "$nor", "$not", "$savedGroup"];

/** What {@link evaluateCondition} knows of values; the site file's check refuses any other. */
export const OPERATORS: readonly string[] = [
  ...Object.keys(PLAIN),
  "$not",
  ...Object.keys(RARE_OPERATORS),
  "$inGroup",
  "$notInGroup",
];

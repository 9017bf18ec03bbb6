/** What a condition is made of. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** `{"path.to.value": 5}`, `{"price": {"$gte": 100}}`, `{"$or": [...]}`. Every entry must hold. */
export type Condition = { readonly [key: string]: Json };

/** Groups by id: the values themselves, or with the name of the attribute, or a condition. */
export type SavedGroups = { readonly [id: string]: Json };

/** Takes anything for a condition, by its entries: a number has none, and holds. Throws where there can be none. */
export type Holds = (condition: Json, attributes: unknown) => boolean;

/** Whether a value is what is expected of it. */
export type Matches = (expected: Json, actual: unknown) => boolean;

/** What one operator of `{"name": {"$operator": expected}}` says of the value under that name, in its language. */
export type Test = (actual: unknown, expected: Json, matches: Matches, holds: Holds) => boolean;

export type Tests = { readonly [operator: string]: Test };

/** What joins whole conditions, or stands for one. */
export type Joints = { readonly [joint: string]: (attributes: unknown, expected: Json) => boolean };

/** What a condition is made of. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** `{"path.to.value": 5}`, `{"price": {"$gte": 100}}`, `{"$or": [...]}`. Every entry must hold. */
export type Condition = { readonly [key: string]: Json };

/** Groups by id: the values themselves, or with the name of the attribute, or a condition. */
export type SavedGroups = { readonly [id: string]: Json };

/** What one operator of `{"name": {"$operator": expected}}` says of the value under that name. */
export type Test = (actual: unknown, expected: Json) => boolean;

export type Tests = { readonly [operator: string]: Test };

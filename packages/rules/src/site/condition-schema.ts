/** The schema of conditions: refuses what evaluation would quietly take for false. */
import * as v from "valibot";
import { type Condition, JOINTS, type Json, OPERATORS } from "../condition/evaluate.ts";
import { isPlain, operandFault } from "./condition-operands.ts";
import { record } from "./object.ts";
import { list, nearest, say } from "./words.ts";

interface Fault {
  readonly keys: readonly string[];
  readonly message: string;
}

const NOT_A_CONDITION = say("this is not a condition", 'write values by name, such as {"category": "shoes"}');

/** Values by name, with every operator known and in its place. */
export const condition = v.pipe(
  record(v.string(), v.any(), NOT_A_CONDITION),
  v.rawCheck<Condition>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const { keys, message } of inCondition(dataset.value, [])) {
      const path = keys.map(
        (key): v.UnknownPathItem => ({ type: "unknown", origin: "value", input: null, key, value: null }),
      );
      addIssue({ message, ...(isFull(path) && { path }) });
    }
  }),
  v.description('Values by name, such as {"category": "shoes", "price": {"$gte": 50}}; all of them must hold.'),
) as v.GenericSchema<Condition>;

function inCondition(value: Json, keys: readonly string[]): Fault[] {
  if (!isRecord(value)) return [{ keys, message: NOT_A_CONDITION }];
  return Object.entries(value).flatMap(([key, operand]) => {
    const here = [...keys, key];
    if (key === "$not") return inCondition(operand, here);
    if (key === "$savedGroup") {
      return [{ keys: here, message: say("a site file has no saved groups", "write the condition itself") }];
    }
    if (JOINTS.includes(key)) return inConditions(key, operand, here);
    if (!key.startsWith("$")) return inExpected(operand, here);
    if (!OPERATORS.includes(key)) return [unknownOperator(here, key, [...JOINTS, ...OPERATORS])];
    const mend = `write it under the name of the value, like {"price": {"${key}": …}}`;
    return [{ keys: here, message: say(`"${key}" has no value to look at here`, mend) }];
  });
}

function inConditions(joint: string, value: Json, keys: readonly string[]): Fault[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => inCondition(one, [...keys, String(index)]));
  return [{ keys, message: say(`"${joint}" joins a list of conditions`, `write {"${joint}": [ {…}, {…} ]}`) }];
}

/** What a value is compared with: operators, or a value to equal. */
function inExpected(value: Json, keys: readonly string[]): Fault[] {
  if (!isRecord(value) || !Object.keys(value).some(isOperator)) return inLiteral(value, keys);
  return Object.entries(value).flatMap(([key, operand]) => {
    const here = [...keys, key];
    if (!OPERATORS.includes(key)) return [unknownOperator(here, key, OPERATORS)];
    const message = operandFault(key, operand);
    if (message !== undefined) return [{ keys: here, message }];
    switch (key) {
      case "$not":
      case "$size":
        return inExpected(operand, here);
      case "$all":
      case "$alli":
        return itemsOf(operand).flatMap((item, index) => inExpected(item, [...here, String(index)]));
      case "$in":
      case "$nin":
      case "$ini":
      case "$nini":
        return itemsOf(operand).flatMap((item, index) => inList(key, item, [...here, String(index)]));
      case "$elemMatch":
        return hasOperators(operand) ? inExpected(operand, here) : inCondition(operand, here);
      default:
        return [];
    }
  });
}

/** An item is found by being the same: of two lists or objects none ever is. */
function inList(operator: string, item: Json, keys: readonly string[]): Fault[] {
  if (isPlain(item)) return [];
  const mend = 'list plain values, or join conditions by {"$or": [ {…}, {…} ]}';
  return [{ keys, message: say(`"${operator}" never finds a list or an object`, mend) }];
}

/** A value to be equal to: an operator in it would be compared letter by letter. */
function inLiteral(value: Json, keys: readonly string[]): Fault[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const here = [...keys, key];
    if (!isOperator(key)) return inLiteral(item, here);
    const mend = 'name the value by its path, like {"cart.total": {"$gte": 50}}';
    return [{ keys: here, message: say(`"${key}" is inside a value that is compared as a whole`, mend) }];
  });
}

function unknownOperator(keys: readonly string[], key: string, known: readonly string[]): Fault {
  const near = nearest(key, known);
  const mend = near ? `did you mean "${near}"?` : `use one of ${list(known)}`;
  return { keys, message: say(`"${key}" is not an operator here`, mend) };
}

/** Where every name is one, as evaluation has it. */
function hasOperators(value: Json): boolean {
  return isRecord(value) && Object.keys(value).length > 0 && Object.keys(value).every(isOperator);
}

function itemsOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function isOperator(key: string): boolean {
  return key.startsWith("$");
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFull<Item>(items: Item[]): items is [Item, ...Item[]] {
  return items.length > 0;
}

/** Splits a command line into flags and words, and says what it does not understand. */
import { parseArgs } from "node:util";
import { nearest } from "@ghostlight/rules/site";
import type { Flag, Given } from "./command.ts";

export type FlagResult =
  | { readonly ok: true; readonly given: Given }
  | { readonly ok: false; readonly message: string };

/** `known` are the flags of the command; `--help` is one of every command. */
export function readFlags(argv: readonly string[], known: Readonly<Record<string, Flag>>): FlagResult {
  const all: Readonly<Record<string, Flag>> = { ...known, help: { value: false } };
  const options = Object.fromEntries(
    Object.entries(all).map(([name, { value }]) => [name, { type: value ? "string" : "boolean" } as const]),
  );
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true, allowPositionals: true });
  const flags: Record<string, string | true> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const name = token.name === "h" ? "help" : token.name;
    const flag = Object.hasOwn(all, name) ? all[name] : undefined;
    if (flag === undefined) return { ok: false, message: unknown(token.rawName, Object.keys(all)) };
    const missing = token.value === undefined || token.value === "" || (!token.inlineValue && token.value[0] === "-");
    if (flag.value && missing) return { ok: false, message: `${token.rawName} needs a value` };
    if (!flag.value && token.value !== undefined) return { ok: false, message: `${token.rawName} takes no value` };
    flags[name] = flag.value ? String(token.value) : true;
  }
  return { ok: true, given: { flags, words } };
}

function unknown(rawName: string, names: readonly string[]): string {
  const near = nearest(rawName.replace(/^-+/, ""), names);
  return `there is no flag ${rawName}${near ? `; did you mean --${near}?` : ""}`;
}

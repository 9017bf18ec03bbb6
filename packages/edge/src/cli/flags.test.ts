/** Command lines as people type them. */

import { nearest } from "@ghostlight/rules/site";
import { expect, test } from "vitest";
import { readFlags } from "./flags.ts";

const known = { port: { value: true }, public: { value: true }, json: { value: false } };
const read = (line: string) => readFlags(line === "" ? [] : line.split(" "), known);

test.each([
  ["", {}, []],
  ["a.json b.json", {}, ["a.json", "b.json"]],
  ["--port 1 a.json", { port: "1" }, ["a.json"]],
  ["a.json --port=1 --json", { port: "1", json: true }, ["a.json"]],
  ["--port 1 --port 2", { port: "2" }, []],
  ["-h", { help: true }, []],
  ["--help", { help: true }, []],
  ["--port=-1", { port: "-1" }, []],
  ["-- --json", {}, ["--json"]],
])("%j is understood", (line, flags, words) => {
  expect(read(line)).toEqual({ ok: true, given: { flags, words } });
});

test.each([
  ["--prot 1", "there is no flag --prot; did you mean --port?"],
  ["--pubic x", "there is no flag --pubic; did you mean --public?"],
  ["--verbose", "there is no flag --verbose"],
  ["-p 1", "there is no flag -p"],
  ["--port", "--port needs a value"],
  ["--port=", "--port needs a value"],
  ["--port --json", "--port needs a value"],
  ["--json=yes", "--json takes no value"],
  ["--constructor", "there is no flag --constructor"],
])("%j is not, and it says why", (line, message) => {
  expect(read(line)).toEqual({ ok: false, message });
});

test.each([
  ["serv", "serve"],
  ["chekc", "check"],
  ["exprot", "export"],
  ["publish", undefined],
  ["", undefined],
])("by %j it guesses %s", (word, guess) => {
  expect(nearest(word, ["serve", "check", "export"])).toBe(guess);
});

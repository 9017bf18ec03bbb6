/** Stands in for the outside world of a command and keeps what it said. */
import { Readable, Writable } from "node:stream";
import type { Io } from "../src/cli/command.ts";
import { main } from "../src/cli/main.ts";

/** Runs the program with these words and fulfils with its exit code and what it printed. */
export async function capture(argv: readonly string[], env: Io["env"] = {}, input = "", terminal = false) {
  const said = { out: "", err: "" };
  const out = (text: string) => {
    said.out += text;
  };
  const err = (text: string) => {
    said.err += text;
  };
  const stdout = new Writable({
    write(chunk, _, done) {
      out(String(chunk));
      done();
    },
  });
  const code = await main(argv, {
    out,
    err,
    stdout,
    env,
    stdin: Readable.from(input ? [Buffer.from(input)] : []),
    terminal,
  });
  return { code, ...said };
}

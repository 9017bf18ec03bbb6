/** The `ghostlight` program: finds the command and hands it its flags. */

import { nearest } from "@ghostlight/rules/site";
import { check } from "./check.ts";
import { type Command, type Io, misuse } from "./command.ts";
import { exportEvents } from "./export.ts";
import { readFlags } from "./flags.ts";
import { overview } from "./help.ts";
import { history } from "./history.ts";
import { publish } from "./publish.ts";
import { rollback } from "./rollback.ts";
import { serve } from "./serve.ts";
import { simulate } from "./simulate.ts";
import { staticFiles } from "./static.ts";
import { types } from "./types.ts";
import { version } from "./version.ts";
import { why } from "./why.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  serve,
  check,
  publish,
  rollback,
  history,
  static: staticFiles,
  simulate,
  why,
  types,
  export: exportEvents,
};

const processIo: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdout: process.stdout,
  stdin: process.stdin,
  terminal: process.stderr.isTTY === true,
  env: process.env,
};

/** Runs the program with the words after its name, and fulfils with its exit code. */
export async function main(argv: readonly string[], io: Io = processIo): Promise<number> {
  if (io === processIo) outliveReaders();
  const [name, ...rest] = argv;
  if (name === "--version" || name === "-v") {
    io.out(`${await version()}\n`);
    return 0;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const about = rest[0] === undefined ? undefined : commandOf(rest[0]);
    (name === undefined ? io.err : io.out)(about ? about.help : overview(COMMANDS));
    return name === undefined ? 2 : 0;
  }
  const command = commandOf(name);
  if (command === undefined) {
    const near = nearest(name, Object.keys(COMMANDS));
    const what = name.startsWith("-") ? "flag" : "command";
    io.err(
      `ghostlight: there is no ${what} "${name}"${near ? `; did you mean "${near}"?` : ""}\nSee: ghostlight --help\n`,
    );
    return 2;
  }
  const read = readFlags(rest, command.flags);
  if (!read.ok) return misuse(io, name, read.message);
  if (read.given.flags.help) {
    io.out(command.help);
    return 0;
  }
  return command.run(read.given, io);
}

/** Who reads may have seen enough, as `head` has, or be gone, as what collects a log: the command goes on to its end. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}

function commandOf(name: string): Command | undefined {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
}

/** What a command of the program is: its help, its flags, and what it does with them. */

/** The outside world of a command, so that a test can stand in for it. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** For output of any length: writes to it can be waited for. */
  readonly stdout: NodeJS.WritableStream;
  readonly stdin: AsyncIterable<Buffer>;
  /** Whether `err` is read by somebody at a terminal. */
  readonly terminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Flag {
  /** `true` when the flag takes a value, e.g. `--port 8787`. */
  readonly value: boolean;
}

/** Flags as given: the text after a flag that takes one, `true` for one that does not. */
export interface Given {
  readonly flags: Readonly<Record<string, string | true>>;
  readonly words: readonly string[];
}

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** The text of `--help`. */
  readonly help: string;
  readonly flags: Readonly<Record<string, Flag>>;
  /** Fulfils with the exit code: 0 done, 1 it failed, 2 it was called wrongly. */
  readonly run: (given: Given, io: Io) => Promise<number>;
}

/** Reports a call that makes no sense. */
export function misuse(io: Io, command: string, message: string): number {
  io.err(`ghostlight ${command}: ${message}\nSee: ghostlight ${command} --help\n`);
  return 2;
}

/** Reports a command that could not do its work. */
export function failure(io: Io, command: string, message: string): number {
  io.err(`ghostlight ${command}: ${message}\n`);
  return 1;
}

/** The text of a flag that takes one, or `otherwise`. */
export function textOf(given: Given, flag: string, otherwise: string): string {
  const value = given.flags[flag];
  return typeof value === "string" ? value : otherwise;
}

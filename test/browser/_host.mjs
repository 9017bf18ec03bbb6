// @ts-check
/**
 * The built command, run as often as the parent process asks, all in this one process: to start one for each edge, and
 * for each look at what it stored, took a busy machine longer than what the tests are about. That the command is a
 * process of its own is held in test/edge. The folder that it is given goes with it.
 */
import { rmSync } from "node:fs";
import { Writable } from "node:stream";

/**
 * @typedef {{ id: number, argv: string[] }} Ask
 * @typedef {{ id: number, printed: string, fault?: string }} Answer `printed`: all of it, or of an edge its first lines
 */

/** @type {typeof import("../../packages/edge/src/cli/main.ts")} */
const { main } = await import(new URL("../../packages/edge/dist/cli/main.js", import.meta.url).href);

const [, , folder = ""] = process.argv;

// Each edge listens for the signals that stop it.
process.setMaxListeners(0);
process.on("message", (/** @type {Ask} */ ask) => void run(ask));
process.on("disconnect", () => process.exit());
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** @param {Ask} ask */
async function run({ id, argv }) {
  /** @type {string[]} */
  const said = [];
  /** @type {Buffer[]} */
  const printed = [];
  let runs = false;
  /** @param {Omit<Answer, "id">} answer */
  const answer = (answer) => void process.send?.({ id, ...answer });
  const io = {
    out: (/** @type {string} */ text) => {
      runs = true;
      answer({ printed: text });
    },
    err: (/** @type {string} */ text) => void (runs ? process.stderr.write(text) : said.push(text)),
    stdout: new Writable({
      write(/** @type {Buffer} */ chunk, _, done) {
        printed.push(chunk);
        done();
      },
    }),
    stdin: process.stdin,
    terminal: false,
    env: {},
  };
  try {
    const code = await main(argv, io);
    const fault = code === 0 ? {} : { fault: said.join("") };
    answer({ printed: Buffer.concat(printed).toString(), ...fault });
  } catch (error) {
    answer({ printed: "", fault: String(error) });
  }
}

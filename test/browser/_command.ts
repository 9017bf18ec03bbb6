/** Runs the built `ghostlight` command. All runs of a worker share one process, which ends with the worker. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Answer, Ask } from "./_host.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Host {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly waiting: Map<number, (answer: Omit<Answer, "id">) => void>;
}

const hosts: Host[] = [];

/** Started with the first command: most files of tests are not for this worker. */
function host(): Host {
  const [known] = hosts;
  if (known) return known;
  const folder = mkdtempSync(join(tmpdir(), "ghostlight-edges-"));
  const path = fileURLToPath(new URL("_host.mjs", import.meta.url));
  const child = fork(path, [folder], { cwd: root, execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const waiting: Host["waiting"] = new Map();
  child.on("message", ({ id, ...answer }: Answer) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  child.once("exit", (code) => {
    for (const settle of waiting.values()) settle({ printed: "", fault: `its process ended with ${code}` });
  });
  const made = { child, folder, waiting };
  hosts.push(made);
  return made;
}

/** A folder that nothing is in yet. */
export const newFolder = (): Promise<string> => mkdtemp(join(host().folder, "edge-"));

const asked: string[][] = [];

/** What the command printed: in all, or of one that runs on its first lines. Rejects where it failed. */
export async function runCommand(argv: string[]): Promise<string> {
  const { child, waiting } = host();
  const id = asked.push(argv);
  const { printed, fault } = await new Promise<Omit<Answer, "id">>((resolve) => {
    waiting.set(id, resolve);
    child.send({ id, argv } satisfies Ask);
  });
  if (fault !== undefined) throw new Error(`ghostlight ${argv.join(" ")}: ${fault}`);
  return printed;
}

/** A folder for what does not fit into memory. It goes with the work, also when that is interrupted. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Scratch {
  /** Path of a new file; makes the folder where there is none yet. */
  readonly file: () => string;
}

/** By signal: the exit code that shells know it by, 128 and its number. */
const INTERRUPTIONS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export async function withScratch<Result>(work: (scratch: Scratch) => Promise<Result>): Promise<Result> {
  let folder: string | undefined;
  let files = 0;
  const remove = (): void => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  const stops = Object.entries(INTERRUPTIONS).map(([signal, code]) => [signal, () => process.exit(code)] as const);
  process.on("exit", remove);
  for (const [signal, stop] of stops) process.on(signal, stop);
  try {
    return await work({
      file() {
        folder ??= mkdtempSync(join(tmpdir(), "ghostlight-simulate-"));
        return join(folder, String(files++));
      },
    });
  } finally {
    process.off("exit", remove);
    for (const [signal, stop] of stops) process.off(signal, stop);
    remove();
  }
}

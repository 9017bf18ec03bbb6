/** A disk without room, and one that may only be read, to the built program as processes. Needs `npm run build`. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test, vi } from "vitest";
import { ORIGIN } from "../proof/edge-process.mjs";

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "ghostlight-full-"));
afterAll(() => rmSync(folder, { recursive: true }));
const bin = fileURLToPath(new URL("../../packages/edge/bin/ghostlight.mjs", import.meta.url));
// The second has more scripts than the room suffices for that the log of the first one's takes.
for (const [index, languages] of [["en"], ["en", "en-AU", "en-CA", "en-GB", "en-IE", "en-NZ", "it"]].entries()) {
  writeFileSync(join(folder, `${index + 1}.json`), JSON.stringify({ site: "shop", origins: [ORIGIN], languages }));
}

/** A small disk of its own at "disk", which goes with the last process that sees it. */
const OWN = ["--map-root-user", "--mount"];
const mount = (size: string) => `mount -t tmpfs -o size=${size} none disk`;
spawnSync("mkdir", [join(folder, "disk")]);
const canMount = spawnSync("unshare", [...OWN, "sh", "-c", mount("64k")], { cwd: folder }).status === 0;

/** What a shell on that disk prints, of both kinds; `ghostlight` is the program. */
async function shell(size: string, script: string): Promise<string> {
  const whole = `${mount(size)}
    node=$0 bin=$1
    hear() { for _ in $(seq 200); do grep -q "$1" log && return; sleep 0.1; done; echo "never: $1"; }
    ghostlight() { "$node" "$bin" "$@" --data disk/data 2>&1; }
    ${script}`;
  const child = spawn("unshare", [...OWN, "bash", "-c", whole, process.execPath, bin], { cwd: folder });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  await once(child, "close");
  return said;
}

const NO_ROOM = "there is no room left in disk/data";

test.runIf(canMount).each(["28k", "40k", "64k"])("publish says so on a disk of %s", async (size) => {
  const said = await shell(size, "ghostlight publish 1.json; echo code $?");
  expect(said).toBe(`ghostlight publish: ${NO_ROOM}\ncode 1\n`);
});

test.runIf(canMount)("an edge names once what it cannot show yet, and shows it when there is room", async () => {
  const said = await shell(
    "4m",
    `ghostlight publish 1.json > /dev/null
    "$node" "$bin" serve --port 0 --data disk/data > log 2>&1 & edge=$!
    hear "runs at"
    head -c 9m /dev/zero > disk/fill 2> /dev/null
    truncate -s -60k disk/fill
    ghostlight publish 2.json > /dev/null && echo published
    hear "not shown"
    sleep 3
    rm disk/fill
    hear "number 2 is shown"
    kill $edge; wait $edge; grep -A99 "number 2" log`,
  );
  expect(said.split("\n")).toEqual([
    "published",
    `site "shop": number 2 is not shown yet: ${NO_ROOM}; it is tried again`,
    'site "shop": number 2 is shown',
    "",
  ]);
});

test.runIf(canMount)("plain files on a full disk leave nothing half", async () => {
  const said = await shell("64k", '"$node" "$bin" static 1.json --out disk/out; echo code $?; find disk -name "*.tmp"');
  expect(said).toBe("ghostlight static: there is no room left in disk/out\ncode 1\n");
});

test.runIf(canMount)("an edge that finds no room at its start says so", async () => {
  const said = await shell("64k", "ghostlight serve 1.json --port 0; echo code $?");
  expect(said).toMatch(/^ghostlight serve: .*there is no room left in disk\/data.*\ncode 1\n$/);
});

test.runIf(canMount)("the history is read from a disk that may not be written, and nothing else is done", async () => {
  const said = await shell(
    "4m",
    `ghostlight publish 1.json > /dev/null
    mount -o remount,ro disk
    ghostlight history shop; ghostlight publish 2.json; ghostlight rollback shop`,
  );
  expect(said).toMatch(/^ {3}1 {2}.* current\n(ghostlight (publish|rollback): .*by this user.*\n){2}$/);
});

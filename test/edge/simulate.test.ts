/** `ghostlight simulate` on many events: the same as the plain way; and as a process, which cleans up. Needs `npm run build`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkSite, compileSite } from "@ghostlight/rules/site";
import { afterAll, expect, test } from "vitest";
import { gather } from "../../packages/edge/src/simulate/gather.ts";
import { lives } from "../../packages/edge/src/simulate/lives.ts";
import { createPeople } from "../../packages/edge/src/simulate/people.ts";
import type { World } from "../../packages/edge/src/simulate/replay.ts";
import { withScratch } from "../../packages/edge/src/simulate/scratch.ts";
import { personLine } from "../../packages/edge/src/simulate/told.ts";
import { calendarOf } from "../../packages/edge/src/simulate/zone.ts";
import { eventLines } from "../proof/simulate-events.mjs";
import { naiveSimulate } from "./naive-simulate.ts";

const folder = mkdtempSync(join(tmpdir(), "ghostlight-simulate-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const EVENTS = 4_000;
const AT = Date.UTC(2026, 0, 15);
const demo = fileURLToPath(new URL("../../demo/ghostlight.json", import.meta.url));
const program = fileURLToPath(new URL("../../packages/edge/bin/ghostlight.mjs", import.meta.url));

const segments = {
  shopper: {
    if: { event: "Product Viewed", distinct: { category: { $gte: 3 } }, within: { days: 30 } },
    stay: { event: "Product Viewed", within: "6mo" },
  },
  mailed: { if: { all: [{ fact: { "campaign.medium": "email" } }, { consent: "marketing" }] } },
  lamps: { if: { affinity: "category", of: "floor", share: { $gte: 0.3 } } },
};

function world(): World {
  const checked = checkSite({ ...JSON.parse(readFileSync(demo, "utf8")), segments, purposes: { marketing: {} } });
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const { engine, entry } = compileSite(checked.site, "en", {});
  const calendar = calendarOf("Europe/Rome");
  if (!calendar) throw new Error("No such zone.");
  return { plan: engine.plan, calendar, purposes: entry.purposes };
}

async function* bytesOf(lines: readonly string[]): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(lines.join("\n"));
  for (let start = 0; start < bytes.length; start += 10_007) yield bytes.subarray(start, start + 10_007);
}

test.each([1, 2])(
  "people are where the plain way puts them: seed %i",
  async (seed) => {
    const lines = [...eventLines({ events: EVENTS, seed })];
    const here = world();
    const told: string[] = [];
    await withScratch(async (scratch) => {
      // Hardly any room, so that everything goes by the disk.
      const people = createPeople(scratch, { chunk: 60_000, runs: 5 });
      const fault = (line: number) => expect.unreachable(`line ${line}`);
      const gathered = await gather(bytesOf(lines), { people, until: AT, strict: false, fault });
      expect(gathered.late).toBeGreaterThan(0);
      await people.resolve();
      for await (const { person, done } of lives(people.steps(), { world: here, at: AT })) {
        if (done) told.push(personLine(here, person));
      }
    });
    const plain = naiveSimulate(lines, here, AT);
    expect(plain.length).toBeGreaterThan(EVENTS / 50);
    expect(told.sort()).toEqual(plain);
    const standings = plain.map((line) => JSON.parse(line) as { stage: string; segments: string[] });
    // A world in which nothing happens would prove nothing.
    expect(new Set(standings.map(({ stage }) => stage)).size).toBeGreaterThan(4);
    for (const id of Object.keys(segments))
      expect(
        standings.some((one) => one.segments.includes(id)),
        id,
      ).toBe(true);
  },
  60_000,
);

/** The program on the standard input, with a temporary folder of its own. */
function start(flags: string[] = [], temporary = mkdtempSync(join(folder, "tmp-"))) {
  const args = [program, "simulate", demo, "-", ...flags];
  const child = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: temporary } });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said.err += text;
  });
  child.stdin.on("error", () => {});
  return { child, said, left: () => readdirSync(temporary), closed: once(child, "close") };
}

/** More than fits into the room that the program takes. */
function* tooMuch(): Generator<string> {
  for (let round = 0; round < 40; round++) yield `${[...eventLines({ events: 2_000, seed: round })].join("\n")}\n`;
}

test("reads the standard input, and nothing of the work is left", async () => {
  const { child, said, left, closed } = start(["--at", "2026-01-15"]);
  child.stdin.end([...eventLines({ events: 200, seed: 1 })].join("\n"));
  expect(await closed).toEqual([0, null]);
  expect(
    said.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).id),
  ).not.toHaveLength(0);
  expect(said.err).toMatch(/^[\d,]+ events of \d+ people/);
  expect(left()).toEqual([]);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "%s ends it with %i, and nothing of the work is left",
  async (signal, code) => {
    const { child, said, left, closed } = start();
    for (const piece of tooMuch()) {
      if (left().length) break;
      if (!child.stdin.write(piece)) await once(child.stdin, "drain");
    }
    await expect.poll(left, { timeout: 20_000 }).toHaveLength(1);
    child.kill(signal);
    expect(await closed).toEqual([code, null]);
    expect([left(), said.out]).toEqual([[], ""]);
  },
  40_000,
);

test.each([
  ["ENOENT", "none"],
  ["ENAMETOOLONG", "x".repeat(300)],
])(
  "says what to do where there is no room on the disk, as by %s",
  async (code, name) => {
    const none = join(folder, name);
    const { child, said, closed } = start([], none);
    for (const piece of tooMuch()) {
      if (child.exitCode !== null) break;
      const drained = child.stdin.write(piece) || once(child.stdin, "drain").catch(() => {});
      await Promise.race([drained, closed]);
    }
    expect(await closed).toEqual([1, null]);
    const reason = `cannot write to ${none} (${code}); name another folder by the variable TMPDIR`;
    expect(said).toEqual({ out: "", err: `ghostlight simulate: ${reason}\n` });
  },
  40_000,
);

test("a reader that has seen enough ends it well", async () => {
  const file = join(folder, "many.ndjson");
  writeFileSync(file, [...eventLines({ events: 20_000, seed: 1 })].join("\n"));
  const pipe = 'set -o pipefail; "$0" "$1" simulate "$2" "$3" --at 2026-01-15 | head -n 1; echo "$?"';
  const child = spawn("bash", ["-c", pipe, process.execPath, program, demo, file]);
  const said = { out: "", err: "" };
  child.stdout.on("data", (data) => {
    said.out += data;
  });
  child.stderr.on("data", (data) => {
    said.err += data;
  });
  await once(child, "close");
  const [line = "", code] = said.out.split("\n");
  expect(JSON.parse(line)).toHaveProperty("stage");
  expect([code, said.err]).toEqual(["0", ""]);
}, 40_000);

/** The built program as a process: ports, signals, pipes and bodies without end. Needs `npm run build`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { databaseFile } from "../../packages/edge/src/cli/database.ts";
import { openSqliteStore } from "../../packages/edge/src/store/sqlite.ts";
import { batchOf, newSite, ORIGIN, postBatch, runProgram, startEdge } from "../proof/edge-process.mjs";

const folders: string[] = [];
const running: Awaited<ReturnType<typeof startEdge>>[] = [];

async function start(args: string[] = []) {
  const site = temporarySite();
  const edge = await startEdge({ ...site, args });
  running.push(edge);
  const exportEvents = async () => {
    const { code, out } = await runProgram(["export", "--site", "shop", "--data", site.data]);
    expect(code).toBe(0);
    return out.split("\n").filter(Boolean);
  };
  return { ...edge, ...site, port: Number(new URL(edge.origin).port), exportEvents };
}

afterEach(async () => {
  for (const edge of running.splice(0)) {
    edge.signal("SIGKILL");
    await edge.exited;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function temporarySite() {
  const site = newSite();
  folders.push(dirname(site.file));
  return site;
}

/** A request whose body stays open until `finish` is called. */
function openRequest(port: number) {
  const sent = request({
    port,
    host: "127.0.0.1",
    path: "/g/shop/e",
    method: "POST",
    headers: { Origin: ORIGIN, "Content-Type": "text/plain" },
  });
  const answer = new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    sent.once("error", reject);
    sent.once("response", async (response) => {
      let text = "";
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode, text });
    });
  });
  const body = batchOf(["slow"]);
  sent.write(body.slice(0, 40));
  return { answer, finish: () => sent.end(body.slice(40)) };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("answers on both addresses of localhost, and says what to paste", async () => {
  const edge = await start();
  for (const host of ["127.0.0.1", "[::1]", "localhost"]) {
    expect((await fetch(`http://${host}:${edge.port}/health`)).status, host).toBe(200);
  }
  const script = /<script src="([^"]+)">/.exec(edge.said())?.[1] ?? "";
  expect((await fetch(script)).headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
});

test("believes the country from the header that it was told, and from no other", async () => {
  const edge = await start(["--country-header", "X-Country"]);
  const regimeIn = async (headers: Record<string, string>) => {
    const answer = await fetch(`${edge.origin}/g/shop.js`, { headers });
    return /\bregime:"([a-z-]+)"/.exec(await answer.text())?.[1];
  };
  expect(await regimeIn({ "X-Country": "US" })).toBe("opt-out");
  expect(await regimeIn({ "CF-IPCountry": "US" })).toBe("opt-in");
});

test("takes events at a rate of less than one in six seconds, and no more of them", async () => {
  const edge = await start(["--rate", "0.01"]);
  expect((await postBatch(edge.origin, batchOf(["a"]))).status).toBe(200);
  expect((await postBatch(edge.origin, batchOf(["b"]))).status).toBe(429);
});

test("gives a choice back as a cookie, with the script", async () => {
  const edge = await start();
  const body = `1.${Math.floor(Date.now() / 86_400_000)}.0.analytics:1`;
  const answer = await fetch(`${edge.origin}/g/shop.js`, {
    headers: { "User-Agent": "AppleWebKit/605.1.15", Cookie: `ghostlight=${body}` },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(`^ghostlight-copy=${body}; Path=/; Max-Age=`)]);
});

test("packs the script as it is asked to, and sends none to who has it", async () => {
  const edge = await start();
  const ask = (headers: Record<string, string>) => fetch(`${edge.origin}/g/shop.js`, { headers });
  const encodings = ["br", "gzip", "identity"].map(async (one) => (await ask({ "Accept-Encoding": one })).headers);
  const [br, ...others] = await Promise.all(encodings);
  const encodingOf = (headers: Headers | undefined) => headers?.get("Content-Encoding");
  expect([br, ...others].map(encodingOf)).toEqual(["br", "gzip", null]);
  const etag = br?.get("ETag") ?? "";
  for (const known of [etag, `"other", ${etag}`]) expect((await ask({ "If-None-Match": known })).status).toBe(304);
});

test("exports while it runs, each time what is stored by then", async () => {
  const edge = await start();
  for (const count of [1, 2, 3]) {
    await postBatch(edge.origin, batchOf([`e${count}`]));
    expect(await edge.exportEvents()).toHaveLength(count);
  }
});

test("at SIGTERM it finishes the request under way, takes no new one, and ends well", async () => {
  const edge = await start();
  // A connection that is kept alive and idle must not hold it up.
  await fetch(`${edge.origin}/health`);
  const slow = openRequest(edge.port);
  await pause(100);
  edge.signal("SIGTERM");
  await pause(200);
  await expect(fetch(`http://127.0.0.1:${edge.port}/health`)).rejects.toThrow();
  const before = performance.now();
  slow.finish();
  expect(await slow.answer).toEqual({ status: 200, text: '{"ok":true,"stored":1,"duplicate":0}' });
  expect(await edge.exited).toEqual({ code: 0, signal: null });
  // The idle one lasts 5,000 ms, as Node has it: https://nodejs.org/api/http.html#serverkeepalivetimeout
  expect(performance.now() - before).toBeLessThan(4_000);
  expect(await edge.exportEvents()).toHaveLength(1);
});

test("a second signal ends it at once, and what was acknowledged is there", async () => {
  const edge = await start();
  await postBatch(edge.origin, batchOf(["a"]));
  const slow = openRequest(edge.port);
  slow.answer.catch(() => {});
  await pause(100);
  edge.signal("SIGINT");
  await pause(100);
  edge.signal("SIGINT");
  expect((await edge.exited).code).toBe(1);
  expect(await edge.exportEvents()).toHaveLength(1);
});

test("answers a request that cannot be read in the shape of every refusal", async () => {
  const { port } = await start();
  const socket = connect(port, "127.0.0.1");
  socket.end("GET /health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n");
  let answer = "";
  for await (const data of socket) answer += data;
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('{"ok":false,"error":{"code":"bad_request"');
});

test("stops reading a body without end", async () => {
  const edge = await start();
  const socket = connect(edge.port, "127.0.0.1");
  let answer = "";
  socket.on("data", (data) => {
    answer += data;
  });
  socket.on("error", () => {});
  socket.write(`POST /g/shop/e HTTP/1.1\r\nHost: a\r\nOrigin: ${ORIGIN}\r\nTransfer-Encoding: chunked\r\n\r\n`);
  const chunk = `10000\r\n${" ".repeat(65_536)}\r\n`;
  let closed = false;
  socket.once("close", () => {
    closed = true;
  });
  const end = performance.now() + 5_000;
  while (!closed && performance.now() < end) {
    if (!socket.write(chunk)) await Promise.race([once(socket, "drain"), once(socket, "close")]).catch(() => {});
    await pause(0);
  }
  expect(closed).toBe(true);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('"code":"body_too_large"');
  expect((await fetch(`${edge.origin}/health`)).status).toBe(200);
  expect(await edge.exportEvents()).toEqual([]);
}, 15_000);

test("a client that goes away in the middle leaves nothing, and is not logged as a failure", async () => {
  const edge = await start();
  const socket = connect(edge.port, "127.0.0.1");
  socket.write(`POST /g/shop/e HTTP/1.1\r\nHost: a\r\nOrigin: ${ORIGIN}\r\nContent-Length: 1000\r\n\r\n{"batch":[`);
  await pause(100);
  socket.destroy();
  await pause(100);
  expect(edge.said()).not.toContain("failed");
  expect(await edge.exportEvents()).toEqual([]);
});

test("says so when the port is taken", async () => {
  const { port, file, data } = await start();
  const second = await runProgram(["serve", file, "--data", data, "--port", String(port)]);
  expect(second).toMatchObject({ code: 1, out: "" });
  expect(second.err).toContain(`port ${port} is in use; stop the program there, or take another with --port`);
});

test("an export whose reader has seen enough ends well", async () => {
  const site = temporarySite();
  const store = openSqliteStore({ file: databaseFile(site.data) });
  const events = Array.from({ length: 5_000 }, (_, n) => ({
    id: `e${n}`,
    at: n,
    body: `{"text":"${"x".repeat(500)}"}`,
  }));
  await store.append("shop", { receivedAt: 1, sentAt: 1, events });
  await store.close();
  const bin = fileURLToPath(new URL("../../packages/edge/bin/ghostlight.mjs", import.meta.url));
  const pipe = 'set -o pipefail; "$0" "$1" export --site shop --data "$2" | head -n 1; echo "$?"';
  const child = spawn("bash", ["-c", pipe, process.execPath, bin, site.data]);
  const said = { out: "", err: "" };
  child.stdout.on("data", (data) => {
    said.out += data;
  });
  child.stderr.on("data", (data) => {
    said.err += data;
  });
  await once(child, "close");
  const [line = "", code] = said.out.split("\n");
  expect(JSON.parse(line).text).toHaveLength(500);
  expect(code).toBe("0");
  expect(said.err).toBe("");
});

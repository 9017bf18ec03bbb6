// @ts-check
/** `npm run webkit`: what must hold in WebKit, on the built scripts and the real edge. Needs the build. */
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram, startEdge } from "../proof/edge-process.mjs";
import { startWebKit } from "./driver.mjs";
import { rows, same } from "./rows.mjs";

const SITE = {
  site: "shop",
  origins: ["http://localhost"],
  purposes: { analytics: {}, functional: {}, personalization: {} },
};

/** ms that a script of a third party takes. */
const SLOW = 300;

// An exit takes along what was started.
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
  process.once(signal, () => process.exit(code));

process.exitCode = await main();

async function main() {
  const folder = mkdtempSync(join(tmpdir(), "ghostlight-webkit-"));
  const pages = join(folder, "pages");
  const data = join(folder, "data");
  const file = join(folder, "site.json");
  const third = await startThird();
  mkdirSync(pages);
  const page = readFileSync(new URL("page.html", import.meta.url), "utf8");
  writeFileSync(join(pages, "index.html"), page.replaceAll("{slow}", third.origin));
  writeFileSync(file, JSON.stringify(SITE));
  const edge = await startEdge({ file, data, args: ["--public", pages] });
  const events = async () => {
    const { out } = await runProgram(["export", "--site", SITE.site, "--data", data]);
    return out.split("\n").flatMap((line) => (line ? [JSON.parse(line)] : []));
  };
  /** @type {import("./driver.mjs").WebKit | undefined} */
  let webkit;
  try {
    webkit = await startWebKit();
    let failed = 0;
    for (const { name, run } of rows) {
      const [found, wanted] = await run({ webkit, url: `${edge.origin}/`, events });
      const ok = same(found, wanted);
      if (!ok) failed++;
      console.log(`${ok ? "holds" : "FAILS"}: ${name}`);
      if (!ok) console.log(`  found ${JSON.stringify(found)}\n  not   ${JSON.stringify(wanted)}`);
    }
    return failed ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  } finally {
    await webkit?.close();
    third.close();
    edge.signal("SIGTERM");
    await edge.exited;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A third party whose scripts say their name, once they are there. */
async function startThird() {
  const server = createServer(({ url = "" }, answer) => {
    const [, name = ""] = /(\w+)\.js/.exec(url) ?? [];
    const fields = { "Content-Type": "text/javascript", "Access-Control-Allow-Origin": "*" };
    setTimeout(() => answer.writeHead(200, fields).end(`order.push("${name}")`), SLOW);
  }).listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { origin: `http://localhost:${port}`, close: () => void server.close() };
}

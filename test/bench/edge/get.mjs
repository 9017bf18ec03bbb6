// @ts-check
/** The script as the edge answers for it, beside fixed text of a bare Hono app: same adapter, same number of bytes. */
import { coreSeconds } from "./busy.mjs";
import { median, medianRatio } from "./ratio.mjs";

/** As a browser asks for the script of a page of another origin. */
const BROWSER = {
  Host: "site.example",
  Accept: "*/*",
  "Accept-Language": "en-GB,en;q=0.9,it;q=0.8",
  "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  Referer: "https://shop.example/",
  "Sec-Fetch-Dest": "script",
  "Sec-Fetch-Mode": "no-cors",
  "Sec-Fetch-Site": "cross-site",
};
const BROTLI = { ...BROWSER, "Accept-Encoding": "gzip, deflate, br, zstd" };

/**
 * @typedef {object} GetRow
 * @property {string} what
 * @property {number} bytes of the body, of both
 * @property {number} ours answers a second, the median of all rounds
 * @property {number} bare the same of the bare app
 * @property {number} ratio
 * @property {number | undefined} cpu what one answer costs the server's processor, beside the bare app's
 * @property {number} sender share of one core that the sender took at most
 */

/**
 * @param {{ edge: { origin: string, pid: number }, path: string, bare: ReturnType<typeof import("./worker.mjs").startWorker>,
 *   sender: ReturnType<typeof import("./worker.mjs").startWorker>, rounds: number, requests: number, connections: number }} options
 * @returns {Promise<GetRow[]>}
 */
export async function measureGet({ edge, path, bare, sender, rounds, requests, connections }) {
  const answer = await fetch(`${edge.origin}${path}`, { headers: { "Accept-Encoding": "br" } });
  const text = await answer.text();
  const etag = answer.headers.get("ETag") ?? "";
  const bytes = Number(answer.headers.get("Content-Length"));
  const port = await bare.ask({ "/text": text, "/short": text.slice(0, bytes) });
  const theirs = `http://127.0.0.1:${port}`;

  const kinds = [
    { what: "script, brotli", headers: BROTLI, status: 200, beside: "/short", bytes },
    { what: "script, not compressed", headers: BROWSER, status: 200, beside: "/text", bytes: Buffer.byteLength(text) },
    { what: "script, not changed (304)", headers: { ...BROTLI, "If-None-Match": etag }, status: 304, beside: "/304", bytes: 0 },
  ];
  const rows = [];
  for (const { what, headers, status, beside, bytes } of kinds) {
    const job = { headers, status, requests, connections };
    const slice = async (/** @type {string} */ origin, /** @type {string} */ at, /** @type {number} */ pid) => {
      const before = coreSeconds(pid);
      const load = await sender.ask({ ...job, origin, path: at });
      const after = coreSeconds(pid);
      if (load.bytes !== bytes) throw new Error(`${what}: a body of ${load.bytes} B, not ${bytes}.`);
      const cost = before === undefined || after === undefined ? undefined : (after - before) / load.answers;
      return { rate: load.answers / load.seconds, busy: load.busy, cost };
    };
    const our = () => slice(edge.origin, path, edge.pid);
    const their = () => slice(theirs, beside, bare.pid);
    await our();
    await their();
    const seen = [];
    for (let round = 0; round < rounds; round++) {
      // Whoever comes second may find a busier machine: they take turns.
      if (round % 2) {
        const bareSlice = await their();
        seen.push({ ours: await our(), bare: bareSlice });
      } else seen.push({ ours: await our(), bare: await their() });
    }
    const [ours, others] = [seen.map(({ ours }) => ours.rate), seen.map(({ bare }) => bare.rate)];
    const cost = (/** @type {"ours" | "bare"} */ who) => seen.reduce((sum, one) => sum + (one[who].cost ?? Number.NaN), 0);
    rows.push({
      what,
      bytes,
      ours: median(ours),
      bare: median(others),
      ratio: medianRatio(ours, others),
      cpu: cost("ours") / cost("bare"),
      cost: (cost("ours") / rounds) * 1e6,
      sender: median(seen.flatMap(({ ours, bare }) => [ours.busy, bare.busy])),
    });
  }
  return rows;
}

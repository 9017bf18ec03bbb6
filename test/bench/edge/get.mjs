// @ts-check
/** The script as the edge answers for it, beside fixed text of a bare Hono app: same adapter, same number of bytes. */
import { coreSeconds } from "./busy.mjs";
import { takeRounds, watchOthers } from "./calm.mjs";
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
 * @property {number} cpu processor time of one answer, beside the bare app's; NaN where the system does not tell
 * @property {number} server share of one core that the edge took; NaN likewise
 * @property {number} slices of each contender
 * @property {import("./calm.mjs").Crowd} crowd
 * @property {number} sender share of one core that the sender took beside the edge
 */

/**
 * @param {{ edge: { origin: string, pid: number }, path: string, bare: import("./worker.mjs").Worker,
 *   sender: import("./worker.mjs").Worker, rounds: number, requests: number, connections: number }} options
 * @returns {Promise<GetRow[]>}
 */
export async function measureGet({ edge, path, bare, sender, rounds, requests, connections }) {
  const answer = await fetch(`${edge.origin}${path}`, { headers: { "Accept-Encoding": "br" } });
  const text = await answer.text();
  const etag = answer.headers.get("ETag") ?? "";
  const bytes = Number(answer.headers.get("Content-Length"));
  const port = await bare.ask({ "/text": text, "/short": text.slice(0, bytes) });
  const bareOrigin = `http://127.0.0.1:${port}`;

  const chosen = { Cookie: `_ga=GA1.1.1700000000.1700000000; ghostlight=${choiceOf(text)}` };

  const kinds = [
    { what: "script, brotli", headers: BROTLI, status: 200, beside: "/short", bytes },
    { what: "script, not compressed", headers: BROWSER, status: 200, beside: "/text", bytes: Buffer.byteLength(text) },
    {
      what: "script, not changed (304)",
      headers: { ...BROTLI, "If-None-Match": etag },
      status: 304,
      beside: "/304",
      bytes: 0,
    },
    // As from everybody who has answered, where the edge is of the page's own origin.
    { what: "script, with a choice", headers: { ...BROTLI, ...chosen }, status: 200, beside: "/short", bytes },
    {
      what: "not changed, with a choice",
      headers: { ...BROTLI, ...chosen, "If-None-Match": etag },
      status: 304,
      beside: "/304",
      bytes: 0,
    },
  ];
  const rows = [];
  for (const { what, headers, status, beside, bytes } of kinds) {
    const job = { headers, status, requests, connections };
    const slice = async (/** @type {string} */ origin, /** @type {string} */ at, /** @type {number} */ pid) => {
      const before = coreSeconds(pid);
      const load = await sender.ask({ ...job, origin, path: at });
      const took = coreSeconds(pid) - before;
      if (load.bytes !== bytes) throw new Error(`${what}: a body of ${load.bytes} B, not ${bytes}.`);
      return {
        rate: load.answers / load.seconds,
        sender: load.busy,
        server: took / load.seconds,
        cost: took / load.answers,
      };
    };
    const our = () => slice(edge.origin, path, edge.pid);
    const their = () => slice(bareOrigin, beside, bare.pid);
    await our();
    await their();
    const { seen, ...crowd } = await takeRounds({
      rounds,
      watch: watchOthers([edge.pid, bare.pid, sender.pid]),
      async run(round) {
        // Whoever comes second may find a busier machine: they take turns.
        if (round % 2 === 0) return { ours: await our(), bare: await their() };
        const bareSlice = await their();
        return { ours: await our(), bare: bareSlice };
      },
    });
    const [ours, bares] = [seen.map(({ ours }) => ours), seen.map(({ bare }) => bare)];
    const rates = ours.map(({ rate }) => rate);
    const others = bares.map(({ rate }) => rate);
    const total = (/** @type {typeof ours} */ slices) => slices.reduce((sum, { cost }) => sum + cost, 0);
    rows.push({
      what,
      bytes,
      ours: median(rates),
      bare: median(others),
      ratio: medianRatio(rates, others),
      cpu: total(ours) / total(bares),
      server: median(ours.map(({ server }) => server)),
      slices: seen.length,
      crowd,
      sender: median(ours.map(({ sender }) => sender)),
    });
  }
  return rows;
}

/** A yes to all that the entry asks, of today. @param {string} entry */
function choiceOf(entry) {
  const [, purposes] = /\bpurposes:(\["[^\]]+\])/.exec(entry) ?? [];
  const [, revision] = /\brevision:(\d+)/.exec(entry) ?? [];
  if (purposes === undefined || revision === undefined) throw new Error("The entry does not say what it asks.");
  const answers = JSON.parse(purposes).map((/** @type {string} */ purpose) => `${purpose}:1`);
  return ["1", Math.floor(Date.now() / 86_400_000), revision, ...answers].join(".");
}

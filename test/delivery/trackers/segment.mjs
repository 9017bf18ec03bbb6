// @ts-check
/**
 * @segment/analytics-next from npm, self-hosted: settings in code, sent to an endpoint that stores what it takes, each
 * `messageId` once, as Segment's does. `standard` is its default, with its queue kept in `localStorage`.
 */
import { build } from "esbuild";
import { eventsOf } from "../ids.mjs";

const PATH = "/segment/v1/";

/** Levels that an event may be nested; deeper is refused, as by the edge. */
const DEPTH = 34;

/** @param {"standard" | "batching"} strategy @returns {import("./tracker.mjs").Tracker} */
const segment = (strategy) => ({
  name: `analytics-next, ${strategy}`,
  head: `<script>var track;</script><script src="/segment/${strategy}.js"></script>`,
  isReady: "() => window.segmentReady === true",
  async open() {
    /** @type {Map<string, import("./tracker.mjs").Stored>} */
    const stored = new Map();
    return {
      isBatch: (path) => path.startsWith(PATH),
      async ask({ path, body }) {
        if (path === `/segment/${strategy}.js`) return script(await bundle(strategy));
        if (!path.startsWith(PATH)) return { status: 404 };
        const text = body.toString();
        if (depthOf(JSON.parse(text)) > DEPTH) return { status: 400, body: '{"success":false}' };
        for (const { n, messageId } of eventsOf(text)) {
          stored.set(messageId, { messageId, timestamp: "", properties: { n } });
        }
        return { status: 200, headers: { "Content-Type": "application/json" }, body: '{"success":true}' };
      },
      events: async () => [...stored.values()],
      close: async () => undefined,
    };
  },
});

export const standard = segment("standard");
export const batching = segment("batching");

/** @type {Map<string, Promise<string>>} */
const bundles = new Map();

/** @param {string} strategy */
function bundle(strategy) {
  const made = bundles.get(strategy) ?? makeBundle(strategy);
  bundles.set(strategy, made);
  return made;
}

/** @param {string} strategy */
async function makeBundle(strategy) {
  const delivery = strategy === "batching" ? { strategy, config: { size: 10, timeout: 1_000 } } : {};
  const contents = `
    import { AnalyticsBrowser } from "@segment/analytics-next";
    const apiHost = location.host + "/segment/v1";
    const settings = { apiKey: "w", apiHost, protocol: "http", deliveryStrategy: ${JSON.stringify(delivery)} };
    const analytics = AnalyticsBrowser.load(
      { writeKey: "w", cdnSettings: { integrations: { "Segment.io": settings } } },
      { integrations: { "Segment.io": settings } },
    );
    track = (name, properties) => { analytics.track(name, properties); };
    analytics.ready(() => { window.segmentReady = true; });
  `;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"', global: "window" },
  });
  return outputFiles[0]?.text ?? "";
}

/** @param {string} body */
const script = (body) => ({ status: 200, headers: { "Content-Type": "text/javascript" }, body });

/** @param {unknown} value @returns {number} */
function depthOf(value) {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

// @ts-check
/** What the browser says it did meanwhile. */

/**
 * @param {import("@playwright/test").CDPSession} session of the page
 * @param {() => Promise<void>} act
 * @returns {Promise<import("./spans.mjs").Span[]>}
 */
export async function trace(session, act) {
  /** @type {import("./spans.mjs").Span[]} */
  const spans = [];
  const hear = (/** @type {{ value: object[] }} */ { value }) =>
    void spans.push(.../** @type {import("./spans.mjs").Span[]} */ (value));
  session.on("Tracing.dataCollected", hear);
  const includedCategories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8"];
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } });
  await act();
  const done = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await done;
  session.off("Tracing.dataCollected", hear);
  return spans;
}

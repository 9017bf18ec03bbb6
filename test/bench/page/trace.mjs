// @ts-check
/** What the browser says it did meanwhile. */

/**
 * @param {import("./browser.mjs").Page} page
 * @param {() => Promise<void>} act
 * @returns {Promise<import("./spans.mjs").Span[]>}
 */
export async function trace(page, act) {
  /** @type {import("./spans.mjs").Span[]} */
  const spans = [];
  /** @type {(value?: unknown) => void} */
  let isDone = () => {};
  const done = new Promise((resolve) => {
    isDone = resolve;
  });
  const end = page.listen(({ method, params }) => {
    if (method === "Tracing.dataCollected") spans.push(...params.value);
    if (method === "Tracing.tracingComplete") isDone();
  });
  const includedCategories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8"];
  await page.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } });
  await act();
  await page.send("Tracing.end");
  await done;
  end();
  return spans;
}

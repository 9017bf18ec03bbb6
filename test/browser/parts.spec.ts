/** Parts that most pages never need come when they are needed, in the built scripts. */
import { atRest, expect, push, test } from "./edge.ts";

const names = (requests: readonly string[]) => requests.flatMap((one) => /\/(\w+)\.js$/.exec(one)?.[1] ?? []);

test("what cleans comes with the first call that is suspect, and nothing of that call leaves uncleaned", async ({
  page,
  edge,
  watch,
}) => {
  const bodies: string[] = [];
  page.on("request", (request) => bodies.push(request.postData() ?? ""));
  await page.goto(`${edge.url}/en.html`);
  await push(page, ["consent.set", { analytics: true, personalization: true }]);
  await push(page, ["track", "Product Viewed", { product_id: "p1", price: 4.5 }]);
  await push(page, ["flush"]);
  await expect.poll(async () => (await edge.events()).map(({ event }) => event)).toContain("Product Viewed");
  expect(names(watch.requests)).not.toContain("redact");
  await push(page, ["track", "Signed Up", { password: "hunter2", plan: "pro" }]);
  await push(page, ["track", "Later"]);
  await push(page, ["flush"]);
  await expect.poll(async () => (await edge.events()).map(({ event }) => event)).toContain("Later");
  const events = await edge.events();
  expect(events.find(({ event }) => event === "Signed Up")?.properties).toEqual({
    password: "[redacted]",
    plan: "pro",
  });
  expect(events.map(({ event }) => event).filter((event) => event)).toEqual(["Product Viewed", "Signed Up", "Later"]);
  expect(bodies.join()).not.toContain("hunter2");
  expect(names(watch.requests).filter((name) => name === "redact")).toHaveLength(1);
  expect(watch.faults).toEqual([]);
});

test("without what cleans, what is suspect waits for a page that has it", async ({ page, edge, watch }) => {
  await page.route("**/redact.js", (route) => route.abort());
  await page.goto(`${edge.url}/en.html`);
  await push(page, ["consent.set", { analytics: true }]);
  await push(page, ["track", "Signed Up", { password: "hunter2" }]);
  await push(page, ["track", "Later"]);
  await push(page, ["flush"]);
  await expect.poll(async () => (await edge.events()).map(({ event }) => event)).toContain("Later");
  expect((await edge.events()).map(({ event }) => event)).not.toContain("Signed Up");
  await page.unroute("**/redact.js");
  await page.reload();
  await expect.poll(async () => (await edge.events()).map(({ event }) => event)).toContain("Signed Up");
  const [event] = (await edge.events()).filter(({ event }) => event === "Signed Up");
  expect(event?.properties).toEqual({ password: "[redacted]" });
  expect(watch.faults).toEqual([]);
});

test("what the page adds comes where there is any: a middleware changes, a plugin hears", async ({
  page,
  edge,
  watch,
}) => {
  await page.goto(`${edge.url}/en.html`);
  await push(page, ["consent.set", { analytics: true }]);
  await push(page, ["flush"]);
  await atRest(page);
  expect(names(watch.requests)).not.toContain("plugins");
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.ghostlight?.push((ghostlight) => {
      ghostlight.addSourceMiddleware(({ payload, next }) => {
        if (payload.obj.event === "Hidden") return;
        Object.assign(payload.obj, { properties: { ...payload.obj.properties, seen: true } });
        next(payload);
      });
      ghostlight.register({ name: "mine", track: ({ event }) => heard.push(event) });
    });
  });
  for (const name of ["A", "Hidden", "B"]) await push(page, ["track", name]);
  await push(page, ["flush"]);
  await expect.poll(() => page.evaluate(() => Reflect.get(window, "heard"))).toEqual(["A", "B"]);
  await expect
    .poll(async () => (await edge.events()).flatMap(({ event, properties }) => (event ? [[event, properties]] : [])))
    .toEqual([
      ["A", { seen: true }],
      ["B", { seen: true }],
    ]);
  expect(names(watch.requests).filter((name) => name === "plugins")).toHaveLength(1);
  expect(watch.faults).toEqual([]);
});

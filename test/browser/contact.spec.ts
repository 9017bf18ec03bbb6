/** The center on a device whose databases take their time. */
import { expect, push, test } from "./edge.ts";

test.use({
  served: {
    siteFile: "test/browser/pages/site.json",
    pages: "test/browser/pages",
    patch: { channels: ["email", "sms", "post"], topics: { news: { name: "News" }, care: { name: "Care" } } },
  },
});

test("nothing can be switched before what was stored is there, which else one of the two would lose", async ({
  page,
  edge,
}) => {
  const kept = () =>
    page.evaluate(async () => {
      const { ghostlight } = window;
      return ghostlight && "preferences" in ghostlight ? ghostlight.preferences.get() : undefined;
    });
  await page.goto(`${edge.url}/en.html`);
  await push(page, ["preferences.set", { channels: { post: true }, topics: ["care"] }]);
  await expect.poll(async () => (await kept())?.topics).toEqual(["care"]);
  await page.reload();
  // A busy device: its databases answer when the test says so.
  await page.evaluate(() => {
    const { databases } = IDBFactory.prototype;
    const answered = new Promise((go) => Object.assign(window, { go }));
    IDBFactory.prototype.databases = async function (this: IDBFactory) {
      await answered;
      return databases.call(this);
    };
  });
  await push(page, ["preferences.open"]);
  const way = (name: string) => page.getByRole("switch", { name, exact: true });
  await expect(way("Statistics")).toBeVisible();
  await expect(way("E-mail")).toHaveCount(0);
  await page.evaluate(() => Reflect.get(window, "go")());
  await way("E-mail").click();
  await expect(way("Post")).toBeChecked();
  await expect(way("E-mail")).toBeChecked();
  await page.getByRole("button", { name: "Save my choices" }).click();
  await expect.poll(kept).toMatchObject({ channels: { post: "intent", email: "intent" }, topics: ["care"] });
});

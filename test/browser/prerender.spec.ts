/**
 * A page that the browser makes before anybody asked for it counts once it is seen, and not where it never is. Chromium
 * makes none while a tool drives it (`PrerenderingDisabledByDevTools`), so it is only started here, and its pages go on
 * by themselves.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { newFolder } from "./_command.ts";
import { type Edge, expect, type StoredEvent, test } from "./edge.ts";
import { IS_FIREFOX, LAUNCH } from "./launch.ts";

const running: ChildProcess[] = [];
// What a test left would be in the way of no other: each has a folder of its own.
test.afterEach(async () => {
  for (const one of running.splice(0)) {
    one.kill();
    await once(one, "exit");
  }
});

async function visit(address: string): Promise<void> {
  const { executablePath, args } = LAUNCH;
  const own = [
    "--headless=new",
    `--user-data-dir=${await newFolder()}`,
    ...args.filter((one) => one !== "--disable-background-networking"),
  ];
  running.push(spawn(executablePath, [...own, address], { stdio: "ignore" }));
}

const path = ({ context }: StoredEvent): string => Reflect.get(context, "page").path.replace("/prerender/", "");

/** What the edge has heard, by name and page. */
async function heard(edge: Edge): Promise<string[]> {
  return (await edge.events()).map((event) => `${event.event ?? event.type} ${path(event)}`).sort();
}

test.beforeEach(() => test.skip(IS_FIREFOX, "makes no pages ahead"));

test("seen at last, it has its view and all that happened on it, once", async ({ edge }) => {
  await visit(`${edge.url}/prerender/start.html?then=/prerender/next.html`);
  const all = ["Product Viewed next.html", "page next.html", "page start.html"];
  await expect.poll(() => heard(edge), { timeout: 30_000 }).toEqual(all);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(await heard(edge)).toEqual(all);
  const viewed = (await edge.events()).find(({ event }) => event === "Product Viewed");
  expect(viewed?.properties).toMatchObject({ ahead: true });
});

test("never seen, it leaves nothing, with the edge or in the ghost", async ({ edge }) => {
  await visit(`${edge.url}/prerender/start.html?then=/prerender/other.html`);
  const all = ["Asked other.html", "page other.html", "page start.html"];
  await expect.poll(() => heard(edge), { timeout: 30_000 }).toEqual(all);
  const asked = (await edge.events()).find(({ event }) => event === "Asked");
  expect(asked?.properties).toMatchObject({ knows: false });
});

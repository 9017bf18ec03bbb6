/** Pages of a folder, and every way out of it that is closed. */
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { edge, temporaryFolder } from "../../test/fixture.ts";
import { folderPages } from "./folder.ts";

const outside = temporaryFolder();
const root = join(outside, "shop");
mkdirSync(join(root, "it", ".git"), { recursive: true });
mkdirSync(join(outside, "shop-secrets"));
for (const [name, text] of Object.entries({
  "shop/index.html": "<h1>Shop</h1>",
  "shop/it/index.html": "<h1>Negozio</h1>",
  "shop/style.css": "h1{color:red}",
  "shop/SHOE.PNG": "png",
  "shop/file.xyz": "bytes",
  "shop/due parole è.html": "parole",
  "shop/.env": "SECRET=1",
  "shop/it/.git/config": "secret",
  "secret.txt": "secret",
  "shop-secrets/a.txt": "secret",
})) {
  writeFileSync(join(outside, name), text);
}
symlinkSync("../secret.txt", join(root, "link.txt"));
symlinkSync("../shop-secrets", join(root, "linked"));
symlinkSync("index.html", join(root, "home.html"));
mkdirSync(join(root, "empty"));

const { app } = edge({ pages: folderPages(root) });
const get = (path: string, init?: RequestInit) => app.request(`http://localhost${path}`, init);

describe("shows", () => {
  test.each([
    ["/", "<h1>Shop</h1>", "text/html; charset=utf-8"],
    ["/index.html", "<h1>Shop</h1>", "text/html; charset=utf-8"],
    ["/?utm_source=mail", "<h1>Shop</h1>", "text/html; charset=utf-8"],
    ["/it/", "<h1>Negozio</h1>", "text/html; charset=utf-8"],
    ["/style.css", "h1{color:red}", "text/css; charset=utf-8"],
    ["/SHOE.PNG", "png", "image/png"],
    ["/file.xyz", "bytes", "application/octet-stream"],
    ["/due%20parole%20%C3%A8.html", "parole", "text/html; charset=utf-8"],
    ["/home.html", "<h1>Shop</h1>", "text/html; charset=utf-8"],
  ])("%s", async (path, text, type) => {
    const answer = await get(path);
    expect([answer.status, await answer.text()]).toEqual([200, text]);
    expect(answer.headers.get("Content-Type")).toBe(type);
    expect(answer.headers.get("Cache-Control")).toBe("no-cache");
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  test("the index of a folder at its own address, so that its links work", async () => {
    const answer = await get("/it");
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "it/"]);
  });

  test("nothing again to who has it, until it changes", async () => {
    const tag = (await get("/style.css")).headers.get("ETag") ?? "";
    const same = await get("/style.css", { headers: { "If-None-Match": tag } });
    expect([same.status, await same.text()]).toEqual([304, ""]);
    utimesSync(join(root, "style.css"), 1, 1);
    expect((await get("/style.css", { headers: { "If-None-Match": tag } })).status).toBe(200);
  });

  test("the head alone to who asks for that", async () => {
    const answer = await get("/style.css", { method: "HEAD" });
    expect([answer.status, answer.headers.get("Content-Length"), await answer.text()]).toEqual([200, "13", ""]);
  });
});

describe("does not show", () => {
  test.each([
    "/nothing.html",
    "/empty/",
    "/style.css/",
    "/style.css/more",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/it/..%2f..%2fsecret.txt",
    "/%2e%2e%2fshop-secrets/a.txt",
    "/..%5csecret.txt",
    "/link.txt",
    "/linked/a.txt",
    "/.env",
    "/%2eenv",
    "/it/.git/config",
    "/index.html%00.png",
    "/%zz",
    "/%ff",
    `/${"x".repeat(300)}`,
  ])("%s", async (path) => {
    const answer = await get(path);
    expect([answer.status, await answer.text()]).toEqual([404, "There is no such page.\n"]);
    expect(answer.headers.get("Content-Type")).toMatch(/^text\/plain/);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  test("anything under /g/, which stays the edge's own", async () => {
    const answer = await get("/g/nothing");
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([404, "application/json; charset=utf-8"]);
  });

  test("anything to other methods", async () => {
    const answer = await get("/index.html", { method: "POST" });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
  });
});

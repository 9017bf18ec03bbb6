/** Serves a folder of pages beside the script, e.g. a shop to try it in. */
import { Hono } from "hono";
import { answerFault, methodNotAllowed } from "../errors.ts";
import { matchesTag } from "../serve/negotiate.ts";

/** What is at a path of the folder. */
export type Page =
  | { readonly kind: "file"; readonly type: string; readonly tag: string; readonly read: () => Promise<Uint8Array> }
  /** A folder asked for without the slash at its end, on which the links of its index depend. */
  | { readonly kind: "folder" };

/** Looks a path up, as it stands in the address; `undefined` when nothing may be shown there. */
export type FindPage = (path: string) => Promise<Page | undefined>;

/** Every path that `find` knows, but none under `/g/`, which is the edge's own. */
export function pagesRoute(find: FindPage): Hono {
  const route = new Hono();
  route.all("*", async (c, next) => {
    const { method, path } = c.req;
    if (path.startsWith("/g/")) return next();
    if (method !== "GET" && method !== "HEAD") return answerFault(methodNotAllowed(method, "GET, HEAD"));
    const page = await find(path);
    if (page === undefined) return c.text("There is no such page.\n", 404, { "Cache-Control": "no-store" });
    if (page.kind === "folder") return c.redirect(`${path.slice(path.lastIndexOf("/") + 1)}/`, 302);

    // Revalidated each time: whoever works on these pages wants to see the last state.
    const headers = { "Cache-Control": "no-cache", ETag: page.tag, "X-Content-Type-Options": "nosniff" };
    if (matchesTag(c.req.header("If-None-Match"), page.tag)) return new Response(null, { status: 304, headers });
    const body = await page.read();
    const length = String(body.byteLength);
    return new Response(body, { headers: { ...headers, "Content-Type": page.type, "Content-Length": length } });
  });
  return route;
}

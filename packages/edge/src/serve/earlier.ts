/** Answers for chunks of earlier releases: the entry of a page may come from its browser's cache, and names those. */
import { Hono } from "hono";
import { answerFault, methodNotAllowed } from "../errors.ts";
import { createAnswerer, respond } from "./answer.ts";
import { IMMUTABLE } from "./caching.ts";
import type { Pack } from "./publish.ts";

/** The text of a chunk, by the path of its address; undefined where it is not kept. */
export type FindEarlier = (path: string) => Promise<string | undefined>;

/** `GET` and `HEAD` of such chunks, as of those that are current; whatever is not kept is left to the routes that follow. */
export function earlierRoute(find: FindEarlier, pack: Pack): Hono {
  const route = new Hono();
  route.all("/g/:site/:folder{[0-9a-f]+}/:name{[a-z]+\\.js}", async (c, next) => {
    const text = await find(c.req.path);
    if (text === undefined) return next();
    const { method } = c.req;
    if (method !== "GET" && method !== "HEAD") return answerFault(methodNotAllowed(method, "GET, HEAD"));
    const file = { ...pack(text), type: "text/javascript; charset=utf-8", cache: IMMUTABLE };
    return respond(createAnswerer(file)(c.req.raw.headers));
  });
  return route;
}

/** Answers for the published files of all sites. */
import { type Context, Hono } from "hono";
import { answerFault, methodNotAllowed } from "../errors.ts";
import { createAnswerer, type Fields, respond } from "./answer.ts";
import type { Published } from "./publish.ts";

/** The files of one site, and how the law in force is found for a visit. */
export interface ServedSite extends Published {
  readonly variantOf: (request: Fields) => string;
  /** Values of `Set-Cookie` to go with the entry, for a request that brings cookies. Default: none. */
  readonly cookies?: (request: Request) => readonly string[];
}

/**
 * `GET` and `HEAD` of every published path; other paths are left to the routes that follow. `countryFields`
 * are the request fields that `variantOf` looks at; `fieldsOf` reads those of a request.
 */
export function serveRoute(
  sites: readonly ServedSite[],
  countryFields: readonly string[],
  fieldsOf: (context: Context) => Fields,
): Hono {
  const fixed = new Map(
    sites.flatMap((site) => [...site.fixed].map(([path, file]) => [path, createAnswerer(file)] as const)),
  );
  const entries = new Map(
    sites.map((site) => {
      const variants = [...site.entry.variants].map(
        ([law, file]) => [law, createAnswerer(file, countryFields)] as const,
      );
      return [site.entry.path, { ...site, variants: new Map(variants) }] as const;
    }),
  );
  const route = new Hono();
  // Not async: the server sends an answer that is no promise without waiting for the rest of its turn.
  route.all("/g/*", (c, next) => {
    const { path, method, raw } = c.req;
    const entry = entries.get(path);
    const fields = fieldsOf(c);
    const answer = entry ? entry.variants.get(entry.variantOf(fields)) : fixed.get(path);
    if (answer === undefined) return next();
    if (method !== "GET" && method !== "HEAD") return answerFault(methodNotAllowed(method, "GET, HEAD"));
    const cookies = fields.get("Cookie") === null ? undefined : entry?.cookies?.(raw);
    return respond(answer(fields), cookies);
  });
  return route;
}

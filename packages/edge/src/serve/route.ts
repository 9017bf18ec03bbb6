/** Answers for the published files of all sites. */
import { Hono } from "hono";
import { answerFault, methodNotAllowed } from "../errors.ts";
import { createAnswerer, type Fields, type ReadyAnswer, respond, tagOf } from "./answer.ts";
import type { Published, PublishedEntry } from "./publish.ts";

/** The files of one site, and how the law in force is found for a visit. */
export interface ServedSite extends Published {
  readonly variantOf: (request: Fields) => string;
  /** The language in which a visitor is going to be asked; undefined: not, as far as can be told. Default: always that. */
  readonly asked?: (request: Fields) => string | undefined;
  /**
   * Values of `Set-Cookie` to go with the entry, for a request that brings cookies. Default: none. The less is read of
   * the request itself, the better: Node's server makes it only then, which takes as long as the whole answer.
   */
  readonly cookies?: (brought: string, fields: Fields, request: Request) => readonly string[];
}

/** The answer to a `GET` of a path, with the headers and cookies that go with it; undefined: nothing is published there. */
export type AnswerPublished = (path: string, request: Request, env: unknown) => Response | undefined;

/** `countryFields` are the request fields that `variantOf` looks at; `fieldsOf` reads those of a request. */
export function createPublished(
  sites: readonly ServedSite[],
  countryFields: readonly string[],
  fieldsOf: (request: Request, env: unknown) => Fields,
): AnswerPublished {
  const fixed = new Map(
    sites.flatMap((site) => [...site.fixed].map(([path, file]) => [path, createAnswerer(file)] as const)),
  );
  const entries = new Map(
    sites.map((site) => {
      const variants = [...site.entry.variants].map(
        ([law, file]) => [law, createEntryAnswerer(file, countryFields)] as const,
      );
      return [site.entry.path, { ...site, variants: new Map(variants) }] as const;
    }),
  );
  return (path, request, env) => {
    const entry = entries.get(path);
    const fields = fieldsOf(request, env);
    if (entry === undefined) {
      const answer = fixed.get(path);
      return answer && respond(answer(fields));
    }
    const answer = entry.variants.get(entry.variantOf(fields));
    if (answer === undefined) return undefined;
    const brought = fields.get("Cookie");
    return respond(answer(fields, entry.asked), brought ? entry.cookies?.(brought, fields, request) : undefined);
  };
}

/**
 * Answers with the entry of one law: with the dialog in it for who is asked. Each form of it does for everybody, so that a
 * browser keeps the one that it has, which costs it nothing, and the answer does not vary by what was guessed from: caches
 * would ask anew for each cookie that a page writes.
 */
function createEntryAnswerer(
  entry: PublishedEntry,
  varyOn: readonly string[],
): (fields: Fields, asked: ServedSite["asked"]) => ReadyAnswer {
  const alone = createAnswerer(entry, varyOn);
  const forms = [...entry.asking].map(
    ([language, file]) => ({ language, tag: tagOf(file), answer: createAnswerer(file, varyOn) }) as const,
  );
  const asking = new Map(forms.map(({ language, answer }) => [language, answer]));
  const held = new Map(forms.map(({ tag, answer }) => [tag, answer])).set(tagOf(entry), alone);
  return (fields, asked) => {
    const tag = fields.get("If-None-Match");
    const form = (tag && held.get(tag)) || asking.get(asked?.(fields) ?? "") || alone;
    return form(fields, tag);
  };
}

/** `GET` and `HEAD` of every published path; other paths are left to the routes that follow. */
export function serveRoute(answer: AnswerPublished): Hono {
  const route = new Hono();
  route.all("/g/*", (c, next) => {
    const { path, method, raw } = c.req;
    const found = answer(path, raw, c.env);
    if (found === undefined) return next();
    return method === "GET" || method === "HEAD" ? found : answerFault(methodNotAllowed(method, "GET, HEAD"));
  });
  return route;
}

/**
 * Takes what is asked for most before it is routed: a plain `GET` of a published path. To find its route and to make a
 * context for it took a fifth of the processor time of such an answer. All else goes the way of every request.
 */
export function answerFirst(app: Hono, answer: AnswerPublished): void {
  const { fetch } = app;
  app.fetch = (request, env, context) => {
    try {
      const { method, url } = request;
      // From after the scheme. An address with anything more than its path is not one of these.
      const found = method === "GET" ? answer(url.slice(url.indexOf("/", 8)), request, env) : undefined;
      if (found !== undefined) return found;
    } catch {
      // Routed, it fails again, and is answered and logged.
    }
    return fetch(request, env, context);
  };
}

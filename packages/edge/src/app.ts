/** Composes the edge from its features: one function from Request to Response, on any platform. */
import type { Regime } from "@ghostlight/rules";
import { type Law, lawOf, lawsOf, nameOfLaw, type Site } from "@ghostlight/rules/site";
import { type Context, Hono } from "hono";
import { createAsked } from "./choice/asked.ts";
import { isForgetful } from "./choice/forgetful.ts";
import { questionsOf } from "./choice/questions.ts";
import { cameByHttps, createReissue } from "./choice/reissue.ts";
import { answerFault, internal, methodNotAllowed, notFound } from "./errors.ts";
import { createFailureLog } from "./failures.ts";
import { clientName } from "./gate/client.ts";
import { createGate } from "./gate/gate.ts";
import { createLimiter, type Limiter } from "./gate/limit.ts";
import { gpcRoute } from "./gpc/route.ts";
import { ingestRoute } from "./ingest/route.ts";
import { type FindPage, pagesRoute } from "./public/pages.ts";
import type { Fields } from "./serve/answer.ts";
import type { Artefacts } from "./serve/artefacts.ts";
import { createCountryReader } from "./serve/country.ts";
import { earlierRoute, type FindEarlier } from "./serve/earlier.ts";
import { type Pack, type Published, publishSite } from "./serve/publish.ts";
import { remember } from "./serve/remember.ts";
import { answerFirst, createPublished, type ServedSite, serveRoute } from "./serve/route.ts";
import type { Store } from "./store/store.ts";

export interface Limits {
  /** Largest batch in bytes. Default 524,288 (512 KiB). */
  readonly batchBytes: number;
  /**
   * Most events in a batch. Default 5,000: a page sends 50 KiB at once, fewer than 200 of them, and no good batch of 512 KiB
   * holds 4,000. More of `batchBytes` asks for more of these.
   */
  readonly batchEvents: number;
  /** Largest event in bytes. Default 131,072 (128 KiB): pages send up to 32,768 characters of a call, which may take three bytes each. */
  readonly eventBytes: number;
  /** Batches and choices a second from one address to one site. Default 40: many visitors can share an address. */
  readonly perSecond: number;
  /** Those that may come at once before the rate counts. Default 240. */
  readonly burst: number;
}

export const DEFAULT_LIMITS: Limits = {
  batchBytes: 512 * 1024,
  batchEvents: 5_000,
  eventBytes: 128 * 1024,
  perSecond: 40,
  burst: 240,
};

export interface AppOptions {
  /** Checked site files, each with an id of its own. */
  readonly sites: readonly Site[];
  /** The page scripts as built. */
  readonly artefacts: Artefacts;
  readonly store: Store;
  /** Hash and compression of the platform. */
  readonly pack: Pack;
  readonly limits?: Partial<Limits>;
  /** Counts what clients send, for apps that take one another's place. Default: one of this app's own, by `limits`. */
  readonly limiter?: Limiter;
  /** Turns a site into its files. Default `publishSite`, with `artefacts` and `pack`. */
  readonly publish?: (site: Site, laws: readonly Law[]) => Published;
  /** Finds the chunks of earlier releases. Default: they are gone. */
  readonly earlier?: FindEarlier;
  /** Pages to show beside the script. Default: none. */
  readonly pages?: FindPage;
  /** The address a request's connection comes from. Default: unknown, so that all clients share one limit. */
  readonly address?: (context: Context) => string;
  /** Whether the last `X-Forwarded-For` is the client's address, and `X-Forwarded-Proto` its scheme. Default false. */
  readonly trustProxy?: boolean;
  /**
   * Name of the request field in which a proxy writes the visitor's country, such as `CF-IPCountry`; with
   * Cloudflare's, CloudFront's and Vercel's the region is read too. Default: no country is known, so that
   * each site's strictest regime holds.
   */
  readonly countryHeader?: string;
  /**
   * Whether no request's body has more bytes than its `Content-Length` says, as where Node's own server reads them.
   * Default false: then bytes are counted as they come, which is slower.
   */
  readonly exactLengths?: boolean;
  /**
   * The fields of a request, where they can be had for less than from the request itself, which is the default. `env` is
   * what the server gives to the app's `fetch` beside it: https://hono.dev/docs/api/hono#fetch
   */
  readonly fields?: (request: Request, env: unknown) => Fields;
  /** The clock, in ms since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /**
   * Takes a text for each unexpected failure, without data of visitors; for one that comes again within a minute, only
   * with the first after that, which says how often. Default: nothing is logged.
   */
  readonly log?: (line: string) => void;
}

/** The edge as a Hono app; its `fetch` is the function to serve. Throws when sites or artefacts do not fit. */
export function createApp(options: AppOptions): Hono {
  const { sites, store, now = Date.now, log = () => {}, trustProxy = false, address = () => "" } = options;
  const { exactLengths = false, fields = ({ headers }) => headers } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const origins = new Map(sites.map(({ site, origins }) => [site, origins]));
  if (origins.size < sites.length) throw new Error("Two site files have the same site id.");
  // Sites share maps, and the scripts that have no part.
  const pack = remember(options.pack);
  const country = createCountryReader(options.countryHeader);
  const { publish = (site, laws) => publishSite(site, options.artefacts, pack, laws) } = options;
  const served = sites.map((site): ServedSite => {
    const untold = lawOf(site);
    const law = (request: Fields) => {
      const from = country.read(request);
      return from === undefined ? untold : lawOf(site, from);
    };
    const reissue = remember((one: Regime) => {
      const questions = questionsOf(site, one);
      return { domain: questions.domain, issue: createReissue(questions) };
    });
    return {
      ...publish(site, lawsServed(site, options.countryHeader)),
      variantOf: (request) => nameOfLaw(law(request)),
      ...(site.banner.ahead && { asked: createAsked(site.languages) }),
      cookies(brought, fields, request) {
        const { domain, issue } = reissue(law(fields).regime);
        const scope = () => ({ domain, secure: cameByHttps(request, trustProxy) });
        return issue(brought, now(), { scope, isForgetful: () => isForgetful(fields) });
      },
    };
  });
  const { limiter = createLimiter(limits) } = options;
  const wait = (site: string, c: Context) => {
    const client = clientName(address(c), c.req.raw.headers.get("X-Forwarded-For"), trustProxy);
    return limiter(`${site} ${client}`, now());
  };

  const logFailure = createFailureLog(log, now);
  const app = new Hono();
  app.onError((failure, c) => {
    logFailure(`${c.req.method} ${c.req.path}`, failure);
    return answerFault(internal);
  });
  app.notFound((c) => answerFault(notFound(c.req.path)));
  app.all("/health", (c) => {
    const { method } = c.req;
    if (method !== "GET" && method !== "HEAD") return answerFault(methodNotAllowed(method, "GET, HEAD"));
    return c.json({ ok: true }, 200, { "Cache-Control": "no-store" });
  });
  app.route("/", gpcRoute({ origins: [...origins.values()].flat(), pages: options.pages !== undefined, since: now() }));
  const published = createPublished(served, country.fields, fields);
  app.route("/", serveRoute(published));
  if (options.earlier) app.route("/", earlierRoute(options.earlier, pack));
  const gate = createGate({ origins, wait });
  app.route("/", ingestRoute({ ...limits, gate, store, now, exactLengths }));
  if (options.pages) app.route("/", pagesRoute(options.pages));
  answerFirst(app, published);
  return app;
}

/** The laws under which a site is served: one, where no request can tell its country. */
export function lawsServed(site: Site, countryHeader: string | undefined): readonly Law[] {
  return countryHeader === undefined ? [lawOf(site)] : lawsOf(site);
}

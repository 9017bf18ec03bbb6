/**
 * Issues the choice again as a cookie of HTTP, because some browsers delete what scripts write after seven days, and
 * deletes the cookies that no script can: https://webkit.org/tracking-prevention/
 */
import { Hono } from "hono";
import { answerFault, type Fault } from "../errors.ts";
import { type Gate, takeBody } from "../gate/gate.ts";
import { type CookieScope, choiceField, deletionFields } from "./cookies.ts";
import { type Questions, readChoice, readDeletions } from "./questions.ts";

export interface ChoiceOptions {
  readonly gate: Gate;
  /** By site id, of every site that the gate knows: what it asks where a request comes from. */
  readonly questions: ReadonlyMap<string, (request: Headers) => Questions>;
  readonly now: () => number;
  /** Whether `X-Forwarded-Proto` says how the visitor came. */
  readonly trustProxy: boolean;
}

/** Largest choice, in bytes. */
const CHOICE_BYTES = 300;

/**
 * `POST /g/SITE/c`: the body is the value of the choice's cookie, or empty to delete it; `?clear=PURPOSE,PURPOSE`
 * deletes the cookies of those purposes' services. 204 without a body; nothing is set where anything is refused.
 */
export function choiceRoute({ gate, questions, now, trustProxy }: ChoiceOptions): Hono {
  const route = new Hono();
  route.all("/g/:site/c", async (c) => {
    const site = c.req.param("site");
    const entrance = gate(c, site);
    if (!entrance.ok) return entrance.answer;
    const asked = questions.get(site)?.(c.req.raw.headers);
    if (asked === undefined) throw new Error("A site passed the gate and has no questions.");
    const scope = { domain: asked.domain, secure: cameByHttps(c.req.raw, trustProxy) };
    const fields = await takeChoice(c.req.raw, asked, now(), scope);
    if ("status" in fields) return answerFault(fields, entrance.cors);
    const headers = new Headers({ ...entrance.cors, "Cache-Control": "no-store" });
    for (const field of fields) headers.append("Set-Cookie", field);
    return new Response(null, { status: 204, headers });
  });
  return route;
}

async function takeChoice(
  request: Request,
  asked: Questions,
  now: number,
  scope: CookieScope,
): Promise<string[] | Fault> {
  const text = await takeBody(request, { what: "A choice", bytes: CHOICE_BYTES, code: "bad_choice" });
  if (typeof text !== "string") return text;
  const answer = readChoice(text, asked, now);
  if (!answer.ok) return answer.fault;
  const deletions = readDeletions(new URL(request.url).searchParams.get("clear"), asked, answer.choice);
  if (!deletions.ok) return deletions.fault;
  return [choiceField(answer.choice, asked.days, now, scope), ...deletionFields(deletions.names, scope)];
}

function cameByHttps(request: Request, trustProxy: boolean): boolean {
  // The last one is what the proxy at hand wrote itself, as with the address.
  const forwarded = trustProxy ? request.headers.get("X-Forwarded-Proto")?.split(",").at(-1)?.trim() : undefined;
  return (forwarded?.toLowerCase() ?? new URL(request.url).protocol.slice(0, -1)) === "https";
}

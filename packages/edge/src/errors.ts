/** Every refusal of the edge has one shape, so that a client needs one reader for all of them. */

/** What went wrong, for programs. Codes are never renamed; new ones may come. */
export type FaultCode =
  | "bad_request"
  | "bad_json"
  | "bad_event"
  | "foreign_origin"
  | "unknown_site"
  | "not_found"
  | "method_not_allowed"
  | "body_too_large"
  | "too_many_requests"
  | "internal";

/** One place in what was sent, e.g. `{ path: "batch.3.timestamp", message: "…" }`. */
export interface FaultIssue {
  readonly path: string;
  readonly message: string;
}

/** A refusal before it becomes an answer. */
export interface Fault {
  readonly status: 400 | 403 | 404 | 405 | 413 | 429 | 500;
  readonly code: FaultCode;
  readonly message: string;
  readonly issues?: readonly FaultIssue[];
  /** Header fields that belong to this refusal, e.g. `Allow` or `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The body of every refusal. */
export interface FaultBody {
  readonly ok: false;
  readonly error: { readonly code: FaultCode; readonly message: string; readonly issues?: readonly FaultIssue[] };
}

/** The answer for a refusal: JSON, never cached; `headers` are added to the fault's own. */
export function answerFault(fault: Fault, headers: Readonly<Record<string, string>> = {}): Response {
  const { status, code, message, issues } = fault;
  const body: FaultBody = { ok: false, error: { code, message, ...(issues && { issues }) } };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      ...fault.headers,
      ...headers,
    },
  });
}

export const badRequest: Fault = {
  status: 400,
  code: "bad_request",
  message: "The request is not HTTP as it should be: its address or its Host cannot be read.",
};

export const notFound = (path: string): Fault => ({
  status: 404,
  code: "not_found",
  message: `There is nothing at ${path}.`,
});

export const unknownSite = (site: string): Fault => ({
  status: 404,
  code: "unknown_site",
  message: `No site "${site}" is served here. The id is the "site" of a site file given to \`ghostlight serve\`.`,
});

/** `allow` lists the methods that do work, e.g. `"GET, HEAD"`. */
export const methodNotAllowed = (method: string, allow: string): Fault => ({
  status: 405,
  code: "method_not_allowed",
  message: `${method} does not work here; ${allow} does.`,
  headers: { Allow: allow },
});

export const internal: Fault = {
  status: 500,
  code: "internal",
  message: "The edge failed. Nothing of this request was stored; it may be sent again.",
};

/**
 * What may be logged of an unexpected exception: its name, its code and where
 * it was thrown. Its message is left out, since it can quote what a visitor sent.
 */
export function describeFailure(failure: unknown): string {
  if (!(failure instanceof Error)) return `a thrown ${typeof failure}`;
  const code = codeOf(failure);
  const { stack = "", message } = failure;
  // The stack begins with the message, whose lines can look like places themselves.
  const places = stack.slice(stack.includes(message) ? stack.indexOf(message) + message.length : 0);
  const frames = places.split("\n").filter((line) => /^\s+at /.test(line));
  return [code === undefined ? failure.name : `${failure.name} ${code}`, ...frames.slice(0, 8)].join("\n");
}

/** The code that systems and databases give their errors, e.g. `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

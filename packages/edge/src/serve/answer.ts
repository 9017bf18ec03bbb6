/** What is sent for one published file, made ready once and not for every request. */
import { chooseEncoding, type Encoding, matchesTag, readingOnce } from "./negotiate.ts";
import type { PublishedFile } from "./publish.ts";
import { remember } from "./remember.ts";

/** An answer before it is a `Response`, which can be sent only once. */
export interface ReadyAnswer {
  readonly status: 200 | 304;
  readonly body: Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Fields of a request; null: it has none of that name. */
export type Fields = Pick<Headers, "get">;

/** The answer to a `GET` with these fields: the body in the best encoding, or 304 when the client has it already, by its `tag`. */
export type Answerer = (request: Fields, tag?: string | null) => ReadyAnswer;

const encodingOf = readingOnce(chooseEncoding);

/** Weak, since the encodings of one text share it. */
export const tagOf = ({ hash }: Pick<PublishedFile, "hash">): string => `W/"${hash}"`;

/** `varyOn` are the request fields, beside the encoding's, on which it depends that this file is the answer. */
export function createAnswerer(file: PublishedFile, varyOn: readonly string[] = []): Answerer {
  const etag = tagOf(file);
  // A 304 says nothing of the body that the client has. https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5
  const always = Object.freeze({
    "Cache-Control": file.cache,
    ETag: etag,
    Vary: ["Accept-Encoding", ...varyOn].join(", "),
    // Chunks are modules, which a page of another origin may load only so; the texts are public.
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
  const unchanged: ReadyAnswer = { status: 304, body: null, headers: always };
  // At the first request for an encoding, since that is when the file is packed in it.
  const whole = remember((encoding: Encoding): ReadyAnswer => {
    const body = file.bodies[encoding];
    const headers = {
      ...always,
      "Content-Type": file.type,
      "X-Content-Type-Options": "nosniff",
      // In a header, the map costs only those who look: https://tc39.es/ecma426/#sec-linking-source-maps
      ...(file.map !== undefined && { SourceMap: file.map }),
      ...(encoding !== "identity" && { "Content-Encoding": encoding }),
      "Content-Length": String(body.byteLength),
    };
    return { status: 200, body, headers: Object.freeze(headers) };
  });
  return (request, tag = request.get("If-None-Match")) =>
    matchesTag(tag, etag) ? unchanged : whole(encodingOf(request.get("Accept-Encoding")));
}

/** `cookies` are values of `Set-Cookie` to go with it. */
export function respond({ status, body, headers }: ReadyAnswer, cookies: readonly string[] = []): Response {
  const [first, ...more] = cookies;
  if (first === undefined) return new Response(body, { status, headers });
  const answer = new Response(body, { status, headers: { ...headers, "Set-Cookie": first } });
  for (const cookie of more) answer.headers.append("Set-Cookie", cookie);
  return answer;
}

/** Reads a request's body without ever holding more of it than allowed. */

export type BodyText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: "too_large" | "unreadable" };

const whole = new TextDecoder("utf-8", { fatal: true });

/**
 * The body as text. Refuses by `Content-Length` before reading, and a body without a length as soon
 * as it passes `limit` (bytes): what follows is not read. `exactLengths`: whether a body never has more
 * bytes than its `Content-Length`; then it is read in one piece, without a stream.
 */
export async function readBody(request: Request, limit: number, exactLengths = false): Promise<BodyText> {
  const length = request.headers.get("Content-Length");
  if (Number(length ?? 0) > limit) return { ok: false, reason: "too_large" };
  if (exactLengths && length !== null && !request.headers.has("Transfer-Encoding")) return readAtOnce(request);
  return readInPieces(request, limit);
}

async function readAtOnce(request: Request): Promise<BodyText> {
  try {
    return { ok: true, text: whole.decode(await request.arrayBuffer()) };
  } catch {
    // Not UTF-8, or the client went away: neither is a failure of the edge.
    return { ok: false, reason: "unreadable" };
  }
}

async function readInPieces(request: Request, limit: number): Promise<BodyText> {
  if (request.body === null) return { ok: true, text: "" };
  const reader = request.body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const pieces: string[] = [];
  let size = 0;
  for (;;) {
    try {
      const { done, value } = await reader.read();
      size += value?.byteLength ?? 0;
      if (size > limit) {
        // Not awaited: a client that never stops sending must not hold the answer back.
        reader.cancel().catch(() => {});
        return { ok: false, reason: "too_large" };
      }
      pieces.push(done ? decoder.decode() : decoder.decode(value, { stream: true }));
      if (done) return { ok: true, text: pieces.join("") };
    } catch {
      return { ok: false, reason: "unreadable" };
    }
  }
}

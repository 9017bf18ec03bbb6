/** Opens the ports of the edge, and closes them without dropping what is under way. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { answerFault, badRequest, codeOf } from "../errors.ts";

export interface Listening {
  readonly port: number;
  /** Takes no new connection, waits for running requests up to `patience` ms, then cuts what is left. */
  readonly stop: (patience: number) => Promise<void>;
}

export interface ListenOptions {
  readonly fetch: (request: Request, env: unknown) => Response | Promise<Response>;
  /** A host name or address. `localhost` means both loopback addresses, where the machine has both. */
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
}

/** Rejects with the system's error, e.g. `EADDRINUSE`. */
export async function listen({ fetch, host, port }: ListenOptions): Promise<Listening> {
  const first = await open(fetch, host === "localhost" ? "127.0.0.1" : host, port);
  const servers = [first];
  const bound = portOf(first);
  if (host === "localhost") {
    try {
      servers.push(await open(fetch, "::1", bound));
    } catch (error) {
      // A machine without IPv6 is no fault, another program on its port is: browsers would reach that one.
      if (codeOf(error) === "EADDRINUSE") {
        first.close();
        if (port === 0) return listen({ fetch, host, port });
        throw error;
      }
    }
  }
  return { port: bound, stop: (patience) => stop(servers, patience) };
}

function open(fetch: ListenOptions["fetch"], host: string, port: number): Promise<Server> {
  // What the app throws it answers itself, so only requests it was never given come to this handler.
  const listener = getRequestListener(fetch, { hostname: host, errorHandler: () => answerFault(badRequest) });
  const server = createServer(listener);
  // Sending a batch takes seconds at most; whoever takes longer only holds a place.
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}

async function stop(servers: readonly Server[], patience: number): Promise<void> {
  const closed = servers.map((server) => new Promise<void>((done) => server.close(() => done())));
  // A connection kept alive becomes idle only after its last answer, and would be waited for else.
  const idle = setInterval(() => {
    for (const server of servers) server.closeIdleConnections();
  }, 25);
  const cut = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, patience);
  await Promise.all(closed);
  clearInterval(idle);
  clearTimeout(cut);
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

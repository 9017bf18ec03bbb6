/** Ports: both loopback addresses or none, and a stop that waits, but not for ever. */
import { createServer, type Server } from "node:net";
import { expect, test } from "vitest";
import { listen } from "./listen.ts";

const host = "localhost";

/** Takes a free port of the second loopback address. */
async function block(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "::1", resolve));
  return { server, port: (server.address() as { port: number }).port };
}

test("answers on both addresses of localhost, on one port", async () => {
  const { port, stop } = await listen({ fetch: () => new Response("ok"), host, port: 0 });
  for (const address of ["127.0.0.1", "[::1]"]) {
    expect(await (await fetch(`http://${address}:${port}/`)).text()).toBe("ok");
  }
  await stop(100);
});

test("a port taken on one of them is taken", async () => {
  const { server, port } = await block();
  const listening = listen({ fetch: () => new Response("ok"), host, port });
  await expect(listening).rejects.toMatchObject({ code: "EADDRINUSE" });
  server.close();
  // Nothing is left behind on the other one.
  const again = await listen({ fetch: () => new Response("ok"), host: "127.0.0.1", port });
  await again.stop(100);
});

test("a stop waits for what is under way", async () => {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const slow = async () => {
    await finished;
    return new Response("done");
  };
  const { port, stop } = await listen({ fetch: slow, host, port: 0 });
  const answer = fetch(`http://127.0.0.1:${port}/`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stopped = stop(2_000);
  await expect(fetch(`http://[::1]:${port}/`)).rejects.toThrow();
  finish();
  expect(await (await answer).text()).toBe("done");
  await stopped;
});

test("a stop cuts what does not end in time", async () => {
  const { port, stop } = await listen({ fetch: () => new Promise<Response>(() => {}), host, port: 0 });
  const answer = fetch(`http://127.0.0.1:${port}/`);
  const cut = expect(answer).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const before = performance.now();
  await stop(150);
  expect(performance.now() - before).toBeGreaterThan(140);
  expect(performance.now() - before).toBeLessThan(1_000);
  await cut;
});

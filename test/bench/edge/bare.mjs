// @ts-check
/** A Hono app with nothing in it but answers of fixed text, on the same adapter and server as the edge. */
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";

process.on("message", (/** @type {Record<string, string>} */ texts) => {
  const app = new Hono();
  for (const [path, text] of Object.entries(texts)) app.get(path, (c) => c.text(text));
  app.get("/304", (c) => c.body(null, 304));
  const server = createServer(getRequestListener(app.fetch, { hostname: "127.0.0.1" }));
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (typeof address === "object") process.send?.({ result: address?.port });
  });
});

// A server keeps its process alive, also when nobody is left to ask it.
process.on("disconnect", () => process.exit());

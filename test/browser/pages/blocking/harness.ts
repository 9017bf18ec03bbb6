/** Two origins for the tests of blocking: a page under a strict policy, and a third party that counts what it is asked for. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { EmbedsPart } from "@ghostlight/rules";
import { test as base } from "@playwright/test";
import { build } from "esbuild";
import { cssText } from "../../../../build/css-text.mjs";
import type {} from "./start.ts";

export const NONCE = "c2VjcmV0";

/** What placeholders and the notice say here. */
export const EMBEDS: EmbedsPart = {
  language: "en",
  direction: "ltr",
  theme: { "--accent": "#0b5fff", "--on-accent": "#ffffff" },
  texts: {
    title: "{service} is not loaded",
    body: "It comes from another company. It belongs to: {purpose}.",
    once: "Load it this once",
    always: "Always load {purpose}",
    alwaysService: "Always load {service}",
    running: "Still running: {names}.",
    reload: "Load again now",
    later: "Not now",
  },
  purposes: { functional: "Comforts", analytics: "Statistics", marketing: "Adverts" },
  services: { pixel: "Pixel & Co" },
};

/** What the page's origin answers with: a document's body, whole or in parts with 100 ms between them. */
export type Body = string | readonly string[];

export interface Origins {
  /**
   * Serves this body in a page; returns the page's address. `{third}` in it stands for the third party's origin.
   * On paths that begin with `/loose` Trusted Types are not required.
   */
  readonly page: (body: Body, path?: string) => string;
  /** Origin of the third party. */
  readonly third: string;
  /** Paths that the third party was asked for, in order. */
  readonly asked: string[];
}

/** Under `/own/`, the page's own origin has pictures. */
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><path fill="#9ab" d="M0 0h16v9H0z"/></svg>';

const code = bundle();

export const test = base.extend<{ origins: Origins }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  origins: async ({}, use) => {
    const asked: string[] = [];
    const third = await listen((request, response) => {
      asked.push(request.url ?? "");
      answerThird(request, response);
    });
    const bodies = new Map<string, Body>();
    const own = await listen(async (request, response) => {
      const { pathname } = new URL(request.url ?? "", "http://page");
      const body = bodies.get(pathname);
      if (pathname.startsWith("/own/")) response.setHeader("Content-Type", "image/svg+xml").end(PICTURE);
      else if (pathname === "/start.js") response.setHeader("Content-Type", "text/javascript").end(await code);
      else if (body === undefined) response.writeHead(404).end();
      else await answerPage(response, body, third.origin, !pathname.startsWith("/loose"));
    });
    await use({
      page(body, path = "/") {
        bodies.set(path, body);
        return own.origin + path;
      },
      third: third.origin,
      asked,
    });
    own.close();
    third.close();
  },
});

export { expect } from "@playwright/test";

async function bundle(): Promise<string> {
  const sheets = cssText();
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("start.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    conditions: ["@ghostlight/source"],
    plugins: [
      {
        name: "sheets",
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.css$/ }, ({ path }) => ({ contents: sheets.load(path)?.code ?? "", loader: "js" })),
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer).listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://localhost:${port}`, close };
}

async function answerPage(response: ServerResponse, body: Body, third: string, strict: boolean): Promise<void> {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}'`,
    `frame-src ${third}`,
    `img-src 'self' data: ${third}`,
    `media-src ${third}`,
    `object-src ${third}`,
    ...(strict ? ["require-trusted-types-for 'script'", "trusted-types 'none'"] : []),
  ];
  response.setHeader("Content-Security-Policy", policy.join("; "));
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  const head = `<meta charset="utf-8"><title>Blocking</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">`;
  response.write(
    `<!doctype html><html lang="en"><head>${head}<script nonce="${NONCE}" src="/start.js"></script></head><body>`,
  );
  for (const part of [body].flat()) {
    response.write(part.replaceAll("{third}", third).replaceAll("<script", `<script nonce="${NONCE}"`));
    await new Promise((resolve) => setTimeout(resolve, Array.isArray(body) ? 100 : 0));
  }
  response.end("</body></html>");
}

/** `/NAME.js` tells the page that NAME ran, `?ms=` after a wait; `/missing…` is not there; others are a small document. */
function answerThird(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://third");
  const name = /^\/(\w+)\.js$/.exec(pathname)?.[1];
  response.setHeader("Access-Control-Allow-Origin", "*");
  const send = (): void => {
    if (pathname.startsWith("/missing")) response.writeHead(404).end();
    else if (name) response.setHeader("Content-Type", "text/javascript").end(`window.harness.order.push("${name}");\n`);
    else response.setHeader("Content-Type", "text/html").end("<!doctype html><title>Third</title>here");
  };
  setTimeout(send, Number(searchParams.get("ms") ?? 0));
}

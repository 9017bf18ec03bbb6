/** Gives a Playwright page an address where the harness lives, under a policy as strict as they come. */
import { bundle } from "./bundle.mjs";

export const ORIGIN = "http://gallery.test";

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Firefox asks for it in any case, and says so where it may not.
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** The harness as one script. */
export const bundleHarness = () => bundle("harness.ts");

/** Answers the page's requests: `/` with the harness, and `/?style=unset` with hostile styles beside it. */
export async function serveHarness(page, script, styles) {
  const html = (style) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gallery</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="/${style}.css"></head><body>
    <main><p class="brand">Lanterna</p><h1>Light, made by hand</h1>
    <p>Lamps of glass, brass and linen, built one at a time in a workshop above the harbour of Camogli.</p>
    <button type="button" id="opener">Cookie choices</button>
    <div data-ghostlight="cookies"></div><div class="tall"></div></main>
    <script src="/harness.js"></script></body></html>`;
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const style = pathname.slice(1).replace(".css", "");
    const answer = (contentType, body, headers = {}) => route.fulfill({ contentType, body, headers });
    if (pathname === "/harness.js") return answer("text/javascript; charset=utf-8", script);
    if (pathname === "/favicon.ico") return route.fulfill({ status: 204 });
    if (pathname.endsWith(".css")) return answer("text/css", styles[style] ?? "");
    return answer("text/html", html(searchParams.get("style") ?? "page"), { "Content-Security-Policy": POLICY });
  });
}

/** What the page behind looks like: a shop, and two whose styles reach everywhere. */
export const STYLES = {
  page: `:root{color-scheme:light dark}body{margin:0;background:#f3f4f2;color:#1b2329;font:1.0625rem/1.6 Georgia,serif}
    main{padding:clamp(1.5rem,6vw,6rem)}h1{font-size:clamp(2rem,6vw,4.5rem);font-weight:400;line-height:1.1;margin:.2em 0}
    main>p{max-width:32rem}.tall{height:120vh;margin-top:3rem;background:linear-gradient(150deg,#dbe0dc,#b9c6bf 60%,#8fa79b)}
    #opener{min-height:2.5rem;padding:0 1rem;font:inherit;color:inherit;background:none;border:1px solid}
    @media(prefers-color-scheme:dark){body{background:#11171c;color:#efeae0}.tall{background:linear-gradient(150deg,#1a2229,#243038)}}`,
  unset: "*{all:unset !important}script,head,title,style{display:none !important}",
  framework: `*,*::before,*::after{box-sizing:border-box}h2{margin:0 0 .5rem;font-size:2rem;font-weight:500;line-height:1.2;color:#c00}
    p{margin:0 0 1rem}button{text-transform:none;border-radius:0;background:#eee;letter-spacing:3px !important}
    button:first-of-type{display:none !important}li{list-style:square !important;margin-left:4rem !important}
    a{color:#0d6efd !important;text-decoration:none !important}
    [role=dialog]{display:none !important;transform:scale(.1) !important;--accent:#eee;--ink:#ddd}
    [role=dialog] button{font-size:9px !important;--accent:#fff;--on-accent:#eee}`,
};

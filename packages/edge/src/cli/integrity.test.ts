/** Hashes as browsers want them. */
import { expect, test } from "vitest";
import { integrityOf } from "./integrity.ts";
import { hostingText } from "./static-texts.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
// `printf abc | openssl dgst -sha384 -binary | base64`
const ABC = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
const files = new Map([
  ["shop/1/a.js", bytes("abc")],
  ["shop.js", bytes("entry")],
]);

test("each file has its hash, and the map names what the entry loads where it will be", () => {
  const made = integrityOf(files, "shop.js", "https://static.example/g/");
  expect(made.files["shop/1/a.js"]).toBe(ABC);
  expect(Object.keys(made.files)).toEqual(["shop/1/a.js", "shop.js"]);
  expect(JSON.parse(made.importMap)).toEqual({ integrity: { "https://static.example/g/shop/1/a.js": ABC } });
  expect(made.importMapSource).toMatch(/^'sha256-[\w+/]{43}='$/);
});

test("the text for whoever puts them on a server holds both tags as they have to be", () => {
  const made = integrityOf(files, "shop.js", "/g/");
  const text = hostingText("shop", "shop.js", made);
  expect(text).toContain(`<script type="importmap">${made.importMap}</script>`);
  expect(text).toContain(
    `<script src="/g/shop.js" integrity="${made.files["shop.js"]}" crossorigin="anonymous"></script>`,
  );
  expect(text).toContain(`script-src 'self' ${made.importMapSource}`);
  const elsewhere = integrityOf(files, "shop.js", "https://static.example/g/");
  expect(hostingText("shop", "shop.js", elsewhere)).toContain("  script-src https://static.example 'sha256-");
});

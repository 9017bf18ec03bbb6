// @ts-check
/** A dialog with the sentences of the others and the look of the site, drawn with as little as that takes. */

/** @typedef {[tag: string, attributes: Record<string, string>, ...children: (string | Grown)[]]} Grown */

/** Of the colours, corners and fonts of test/size/site.json. */
export const ASK_STYLE = `.ask{position:fixed;inset:auto .5rem .5rem;padding:1rem;border:1px solid #bbb;border-radius:8px;background:#fff;color:#15191c;font:.875rem/1.45 Inter,"Segoe UI",sans-serif}
.ask h2{margin:0;font-size:1.1875rem}.ask button{padding:.5rem .875rem;border:0;border-radius:6px;background:#7a3b00;color:#fff;font:600 .9375rem Inter,"Segoe UI",sans-serif}`;

/** Its buttons do nothing. @type {Grown} */
export const ASK = [
  "div",
  { class: "ask", role: "dialog", "aria-labelledby": "ask" },
  ["h2", { id: "ask" }, "Light, and your privacy"],
  [
    "p",
    {},
    "We use cookies. Those that the shop needs are always there; for all others we ask you. You can change your mind at any time.",
  ],
  ["button", {}, "Refuse all"],
  " ",
  ["button", {}, "Accept all"],
  " ",
  ["a", { href: "#choose" }, "Choose one by one"],
  " ",
  ["a", { href: "/en/privacy" }, "Privacy"],
];

/** As markup, for a page that has it by itself: none of its texts needs to be escaped. @param {Grown} grown @returns {string} */
export function markupOf([tag, attributes, ...children]) {
  const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  const inner = children.map((child) => (typeof child === "string" ? child : markupOf(child)));
  return `<${tag}${said.join("")}>${inner.join("")}</${tag}>`;
}

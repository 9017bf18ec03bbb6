/**
 * Short names, in page scripts, for what only our own parts call one another: never for data that is stored or sent or
 * compiled into a site's part, nor for anything of the API or of a browser. A name has one short name in all scripts,
 * which are built one by one. Some 200 bytes of what a page loads; held to that rule by test/boundaries/mangled.test.ts.
 */
export const NAMES =
  "allowed answers asks tellTabs emit guard handOver headless journal lookAgain newId note onHidden onShown openCenter openDialog outdated proceed serves follow look stand toJson outcomes transitions ghost hear deliver tell flip dateOf asWritten withdraw createDialog holdPage middleware inForce edgeUrl declareCookies settle answered".split(
    " ",
  );

/**
 * The letter of each, in their order. Which letter a name has is worth up to 40 bytes of an entry, by chance, so they are
 * chosen by measuring: `npm run names`.
 */
export const LETTERS = "Vay_ftxKqwEe$lDZbuHvsiCTkdXJroYmjQAFnRhSL";

/**
 * What stands for a name until the script is minified, a character that nothing else of ours has: swc names what is local by
 * the letters that it finds, so that else each choice of these would be another script.
 */
export const TOKENS = NAMES.map((_, index) => String.fromCharCode(0x4e00 + index));

export const mangled = {
  charset: "utf8",
  mangleProps: new RegExp(`^(${NAMES.join("|")})$`),
  mangleCache: Object.fromEntries(NAMES.map((name, index) => [name, TOKENS[index]])),
};

/** Writes the letter of each name for its token: as long as that, so that no source map has to know. */
export const nameWith = (letters, code) =>
  code.replace(new RegExp(`[${TOKENS.join("")}]`, "g"), (token) => letters[TOKENS.indexOf(token)]);

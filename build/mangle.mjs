/**
 * Short names, in page scripts, for what only our own parts call one another: never for data that is stored or sent or
 * compiled into a site's part, nor for anything of the API or of a browser. A name has one short name in all scripts,
 * which are built one by one. Some 200 bytes of what a page loads; held to that rule by test/boundaries/mangled.test.ts.
 */
export const NAMES =
  "allowed answers asks tellTabs emit guard handOver headless journal lookAgain newId note onHidden onShown openCenter openDialog outdated proceed serves follow look stand toJson outcomes transitions ghost hear deliver tell flip dateOf asWritten withdraw createDialog holdPage middleware".split(
    " ",
  );

const SHORT = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$";

export const mangled = {
  mangleProps: new RegExp(`^(${NAMES.join("|")})$`),
  mangleCache: Object.fromEntries(NAMES.map((name, index) => [name, SHORT[index]])),
};

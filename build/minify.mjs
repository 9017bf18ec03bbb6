/** Minifies with swc, whose output was the smallest of four minifiers on code like ours. */
import { minify as swcMinify } from "@swc/core";
import { LETTERS, nameWith } from "./mangle.mjs";

/** Where letters are looked for, names are left open. */
const letters = process.env.GHOSTLIGHT_NAMES === "open" ? undefined : LETTERS;

/** `compress`: over the options that suit most scripts. */
export function minify(compress = {}) {
  return {
    name: "minify",
    async renderChunk(code) {
      const { code: small, map } = await swcMinify(code, {
        module: true,
        sourceMap: true,
        compress: { ecma: 2022, passes: 3, unsafe_arrows: true, pure_getters: true, toplevel: true, ...compress },
        mangle: { toplevel: true },
        format: { ecma: 2022, comments: false },
      });
      return { code: letters ? nameWith(letters, small) : small, map };
    },
  };
}

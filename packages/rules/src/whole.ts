/** All code of which a page has only what its plan asks for. */
import { likes } from "./clause/likes.ts";
import { createLanguage } from "./condition/holds.ts";
import { RARE_OPERATORS } from "./condition/rare.ts";
import type { Judges } from "./context.ts";

/** For a context that has to judge by any plan, such as that of a server: spread it in. */
export const WHOLE: Judges = {
  holds: /* @__PURE__ */ createLanguage(RARE_OPERATORS),
  likes,
};

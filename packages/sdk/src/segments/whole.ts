/** What judges for any plan: a bundle does not know what its site asks for. */
export { likes, RARE_OPERATORS as operators } from "@ghostlight/rules";
export { readFacts as pageFacts } from "../env/facts.ts";
export { createReach as reach } from "../preferences/reach/store.ts";

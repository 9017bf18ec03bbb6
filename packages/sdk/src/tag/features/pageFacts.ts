/** For sites whose conditions ask what the page tells of itself. */
export { readFacts as feature } from "../../env/facts.ts";

/** For sites whose clauses ask where the visitor can be reached. */
export { createReach as feature } from "../../preferences/reach/store.ts";

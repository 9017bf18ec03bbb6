/** For sites whose clauses ask what the visitor likes. */
export { likes as feature } from "@ghostlight/rules";
